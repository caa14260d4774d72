"""The words of the generated pages: original sentences, dense with dates, in several scripts.

Each list holds paragraphs; the layouts take from them in order. Nothing here is quoted from anywhere.
"""

from __future__ import annotations

FRENCH = (
    "Le phare de Kervilly fut allumé pour la première fois le 12 mars 1843, après neuf ans de travaux. Les"
    " ouvriers, venus de toute la côte, avaient taillé la pierre pendant l'hiver 1841 et monté la lanterne"
    " au printemps suivant. On raconte que le gardien, un ancien marin, refusa de dormir durant la semaine"
    " entière qui suivit l'inauguration.",
    "En octobre 1871, une tempête emporta la passerelle et la moitié du quai. La reconstruction dura"
    " jusqu'en avril 1874 ; elle coûta plus cher que la tour elle-même. Les registres de la commune donnent"
    " le détail des dépenses, semaine après semaine, avec une précision qui étonne encore les historiens.",
    "Le 3 juin 1902, la lampe à huile céda la place à l'acétylène. Quelques années plus tard, en 1908, un"
    " radioélectricien installa le premier poste de la région dans la cave du gardien. La station"
    " communiquait chaque soir avec les navires engagés entre les îles et la Grande-Bretagne.",
    "Pendant la guerre, de 1915 à 1918, le feu resta éteint. Il fut rallumé le 11 novembre 1918 à la nuit"
    " tombante, et la commune décida d'inscrire cette date au-dessus de la porte. L'inscription, effacée par"
    " le sel, a été regravée en 1998 par un sculpteur du village voisin.",
    "L'électrification, promise dès 1926, n'arriva qu'en décembre 1937. Le rapport annuel de l'ingénieur"
    " décrit minutieusement les difficultés : câbles rompus, transformateurs noyés, ouvriers isolés par la"
    " marée. Le bâtiment fut finalement raccordé au réseau départemental la veille de Noël.",
    "Depuis le 1er juillet 1984, le phare fonctionne sans gardien. Un conservatoire y présente aujourd'hui"
    " les instruments d'optique, les uniformes et les journaux de bord. Plus de quarante mille visiteurs"
    " sont montés à la lanterne entre 2010 et 2019.",
)

ENGLISH = (
    "The harbour board met for the first time on 4 May 1887, in a room above the rope store. Its minutes"
    " survive almost complete, and they show how carefully the members weighed every expenditure. Nobody"
    " foresaw that within a decade the little port would handle more timber than its famous neighbour.",
    "Construction of the breakwater began in August 1891 and was interrupted twice. A strike closed the"
    " quarry from February to June 1893; a collapse in the winter of 1895 destroyed the outermost section."
    " The contractors delivered the finished work on 30 September 1899, four years behind schedule.",
    "By 1912 the fishermen had a cooperative, an auction hall and an ice house. Photographs taken that"
    " summer show barrels stacked along the whole length of the quay. The official statistics, published in"
    " January 1914, counted one hundred and sixty registered boats.",
    "The railway reached the quay on 17 April 1921. Fast freight trains carried the catch to the capital in"
    " nine hours, and the price of fresh herring doubled within a year. Different merchants quickly"
    " established offices near the station.",
    "A committee of five members drew up the conservation plan between 1976 and 1979. It was approved on 22"
    " October 1980 after an unusually long public inquiry. Its principal recommendation, the restoration of"
    " the slipway, was carried out in the spring of 1983.",
    "Since the flood of 8 January 2005 the lower town has been protected by a movable gate. It has been"
    " closed on eleven occasions, most recently in November 2022. The maintenance contract runs until the"
    " end of 2031.",
)

GERMAN = (
    "Die Seilbahn wurde am 14. August 1908 eröffnet und fuhr zunächst nur im Sommer. Im Frühjahr 1931"
    " verlängerte man die Strecke bis zur Alpwirtschaft; seither verkehrt sie das ganze Jahr über ohne"
    " längere Unterbrechung.",
    "Nach dem Lawinenwinter 1951 ersetzte die Gesellschaft alle Stützen. Die Aufsichtsbehörde genehmigte"
    " den Betrieb am 2. Mai 1953, und noch im selben Monat zählte man zehntausend Fahrgäste.",
)

ARABIC = (
    "تأسست دار الكتب في ١٥ نيسان ١٩٢١ على يد مجموعة من المعلمين. وكانت تضم في ذلك العام نحو ٣٢٠ مخطوطا"
    " و١٢٠٠ كتاب مطبوع، ثم نُقلت إلى مبنى جديد في شارع النهر سنة 1934.",
    "في عام 1956 احترق المخزن الغربي، فأُعيد بناؤه بين سنتي 1958 و1961 بتبرعات الأهالي. وبلغت الكلفة"
    " 45000 ليرة، وافتُتح القسم الجديد يوم 12/10/1961 بحضور الوزير.",
    "وقّعت الإدارة اتفاقا مع مكتبة باريس (Bibliothèque nationale) في 3 مارس 1988 لتصوير المخطوطات."
    " واستمر العمل حتى أيلول/سبتمبر ١٩٩٤، ثم نُشر الفهرس في غرة محرم 1416 هـ.",
    "بدأت الفهرسة الإلكترونية عام ٢٠٠٩، وانتهت المرحلة الأولى منها في 25 كانون الأول 2013. ويزور الدار اليوم"
    " أكثر من ٧٠ ألف قارئ في السنة (إحصاء ٢٠٢٢).",
)

HEBREW = (
    "בית הספר נפתח ביום 7 בספטמבר 1911 בחדר אחד ליד הנמל. בשנת 1924 עבר לבניין אבן חדש, ושם למדו כמאתיים"
    " תלמידים עד לסגירתו.",
    "בין השנים 1936-1939 שימש הבניין מחסן. הוא שופץ בקיץ 1952 ונפתח מחדש ב-15/10/1953 כספרייה (ספריית העיר).",
)

PERSIAN = (
    "این کتابخانه در ۲۱ فروردین ۱۳۰۸ گشایش یافت و در آغاز تنها ۴۰۰ جلد کتاب داشت. ساختمان تازه آن در سال ۱۳۲۵"
    " به پایان رسید.",
    "در زمستان ۱۳۴۷ بخش چاپ‌های سنگی از هم جدا شد. فهرست آن در سال 1969 میلادی در تهران منتشر شد و تا امروز"
    " مرجع پژوهشگران است.",
)

JAPANESE = (
    "港の灯台は明治三十五年四月に完成した。建設には七年を要し、石はすべて対岸の島から運ばれた。",
    "昭和八年の津波で桟橋が失われたが、翌年の夏には再建された。記録は町の図書館に残っている。",
    "平成二十三年三月の地震のあと、灯台は一年間閉鎖された。現在は資料館として公開されている。",
)

# Numbered points, as officials and letter writers set them.
FRENCH_POINTS = (
    "1- La commune a demandé le classement du site le 5 février 2019, sans obtenir de réponse avant"
    " l'automne de la même année.",
    "2- Une seconde demande, déposée en mai 2020, a été complétée par un dossier photographique de deux"
    " cents pages.",
    "3- Le ministère a rendu son avis le 18 janvier 2021. Il recommande une protection partielle, limitée à"
    " la tour et aux deux maisons des gardiens.",
)
FRENCH_ARTICLES = (
    "Article 1er : le site est inscrit à l'inventaire à compter du 1er mars 2021.",
    "Article 2 : les travaux ne peuvent commencer avant le 15 septembre 2021, sauf urgence constatée par"
    " l'architecte.",
    "§ 3 Le présent arrêté sera affiché en mairie jusqu'au 31 décembre 2021.",
)
ENGLISH_LETTERS = (
    "a- The lantern room is open from April to October, weather permitting, and closes at dusk.",
    "b- Groups of more than twenty must book before the end of the preceding month.",
    "c- The archive can be consulted on the first Tuesday of each month since 1996.",
)
TABLE = (
    ("Année", "Événement", "Coût"),
    ("1843", "Allumage du feu", "12 400"),
    ("1874", "Nouveau quai", "31 750"),
    ("1902", "Acétylène", "4 120"),
    ("1937", "Électricité", "88 000"),
    ("1984", "Automatisation", "140 500"),
)
