#!/bin/sh
# Installs Timeleaf for this user, or as root for everyone. PREFIX, DATA and BIN name other folders.
#   ./install.sh            install, or replace an earlier version
#   ./install.sh --remove   undo it; documents, settings and places read stay
set -eu
id=org.timeleaf.Timeleaf
here=$(cd "$(dirname "$0")" && pwd)
if [ "$(id -u)" = 0 ]; then
    prefix=${PREFIX:-/opt} data=${DATA:-/usr/local/share} bin=${BIN:-/usr/local/bin}
else
    prefix=${PREFIX:-$HOME/.local/opt} data=${DATA:-${XDG_DATA_HOME:-$HOME/.local/share}} bin=${BIN:-$HOME/.local/bin}
fi

refresh() {
    if command -v update-desktop-database >/dev/null; then update-desktop-database -q "$data/applications" || :; fi
}

remove() {
    if [ -d "$prefix/timeleaf" ]; then # what --portable keeps beside the program is the user's
        find "$prefix/timeleaf" -mindepth 1 -maxdepth 1 ! -name timeleaf-data -exec rm -rf {} +
        rmdir "$prefix/timeleaf" 2>/dev/null || :
    fi
    rm -f "$bin/timeleaf" "$data/applications/$id.desktop" "$data/metainfo/$id.metainfo.xml" \
        "$data/man/man1/timeleaf.1.gz" "$data"/icons/hicolor/*/apps/"$id".*
}

case ${1:-} in
--remove)
    remove
    refresh
    echo "Timeleaf is removed. Your settings and places read are kept."
    exit 0
    ;;
'') ;;
*)
    echo "usage: $0 [--remove]" >&2
    exit 2
    ;;
esac

missing=
for library in libEGL.so.1 libGL.so.1 libxcb.so.1 libX11.so.6 libX11-xcb.so.1 libfontconfig.so.1 libfreetype.so.6 \
    libdbus-1.so.3 libglib-2.0.so.0 libexpat.so.1 libstdc++.so.6; do
    { ldconfig -p 2>/dev/null || /sbin/ldconfig -p; } | grep -q "$library" || missing="$missing $library"
done
if [ -n "$missing" ]; then echo "Timeleaf will need these libraries of your system:$missing" >&2; fi

remove
mkdir -p "$prefix" "$bin" "$data/applications"
cp -a "$here/timeleaf" "$prefix/"
ln -s "$prefix/timeleaf/timeleaf" "$bin/timeleaf"
cp -a "$here/share/icons" "$here/share/metainfo" "$here/share/man" "$data/"
sed "s#^Exec=timeleaf#Exec=$bin/timeleaf#; s#^TryExec=.*#TryExec=$bin/timeleaf#" \
    "$here/share/applications/$id.desktop" >"$data/applications/$id.desktop"
refresh
echo "Timeleaf is installed: $bin/timeleaf"
