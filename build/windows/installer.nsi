; The Windows installer: for this user, without administrator's rights. Compiled by build/packaging/installers.py,
; which defines VERSION, BUNDLE, TARGET, ICON and LICENCE; it compiles on Linux too.
; It adds Timeleaf to "Open with" for PDF files and leaves the default program as it is. The uninstaller keeps the
; user's settings and places read unless asked.
Unicode true
SetCompressor /SOLID lzma
!include MUI2.nsh
!include FileFunc.nsh

Name "Timeleaf"
OutFile "${TARGET}"
InstallDir "$LOCALAPPDATA\Programs\Timeleaf"
InstallDirRegKey HKCU "Software\Timeleaf" "Folder"
RequestExecutionLevel user
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Timeleaf"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Timeleaf setup"
VIAddVersionKey "LegalCopyright" "AGPL-3.0-or-later"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Timeleaf"
!define CLASS "Timeleaf.pdf"

!insertmacro MUI_PAGE_LICENSE "${LICENCE}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_COMPONENTS
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "French"
!insertmacro MUI_LANGUAGE "Arabic"
LangString OWN_DATA ${LANG_ENGLISH} "Also delete my settings and places read"
LangString OWN_DATA ${LANG_FRENCH} "Supprimer aussi mes réglages et pages lues"
LangString OWN_DATA ${LANG_ARABIC} "احذف أيضًا إعداداتي ومواضع قراءتي"

Function .onInit
  !insertmacro MUI_LANGDLL_DISPLAY
FunctionEnd

Section "Timeleaf"
  SetOutPath "$INSTDIR"
  RMDir /r "$INSTDIR\_internal"
  File /r "${BUNDLE}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Timeleaf.lnk" "$INSTDIR\timeleaf.exe"
  WriteRegStr HKCU "Software\Timeleaf" "Folder" "$INSTDIR"
  WriteRegStr HKCU "Software\Classes\${CLASS}" "" "PDF document"
  WriteRegStr HKCU "Software\Classes\${CLASS}\DefaultIcon" "" "$INSTDIR\timeleaf.exe,0"
  WriteRegStr HKCU "Software\Classes\${CLASS}\shell\open\command" "" '"$INSTDIR\timeleaf.exe" "%1"'
  WriteRegStr HKCU "Software\Classes\.pdf\OpenWithProgids" "${CLASS}" ""
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Timeleaf"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\timeleaf.exe"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
SectionEnd

Section "un.Timeleaf"
  SectionIn RO
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\timeleaf.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Timeleaf.lnk"
  DeleteRegKey HKCU "Software\Classes\${CLASS}"
  DeleteRegValue HKCU "Software\Classes\.pdf\OpenWithProgids" "${CLASS}"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\Timeleaf"
SectionEnd

; Not ticked beforehand.
Section /o "un.$(OWN_DATA)"
  RMDir /r "$LOCALAPPDATA\timeleaf"
SectionEnd
