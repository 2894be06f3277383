/**
 * What a person who types a word would be glad to find: needs with things that answer them, and
 * general words with things of their kind.
 *
 * A line reads `umzug: transporter, lkw, umzugskarton`: who types the word before the colon also
 * finds entries with a word after it in their title or tags, or in a compound there, but not the
 * other way round. All are single words in their base form, in lower case. A word after a colon also
 * counts where it is a part of a compound, so it has to be special enough: Besprechungsraum, not Raum. `#` begins a comment.
 */
export const INTENTS = `
# Moving, carrying, driving
umzug: transporter, lkw, umzugskarton, sackkarre, tragegurt, möbelpacker, kofferanhänger, planenanhänger, anhänger, ladebordwand, spanngurt
umziehen: transporter, lkw, umzugskarton, sackkarre, ladebordwand, spanngurt, kofferanhänger, anhänger
möbeltransport: transporter, lkw, ladebordwand
transportieren: transporter, lkw, anhänger, lastenrad, spedition, beiladung
liefern: lieferdienst, lastenrad, spedition, beiladung, lieferwagen, kühltransport
lieferung: lieferdienst, lastenrad, spedition, beiladung, lieferwagen
versand: spedition, beiladung, lieferdienst, palettentransport, verpackung
versenden: spedition, beiladung, lieferdienst
paket: lieferdienst, lastenrad, mikrodepot, paketstation
laster: lkw, sattelzug, kipper, kühllaster
fahrzeug: transporter, lkw, auto, kleinbus, lastenrad, traktor, radlader, kipper, elektroauto, wohnmobil
fuhrpark: transporter, lkw, auto, kleinbus
nutzfahrzeug: transporter, lkw, kleinbus, sattelzug, kipper
mobilität: kleinbus, lastenrad, elektroauto, fahrdienst, mitfahrgelegenheit
carsharing: auto, elektroauto, kleinbus
mietwagen: auto, transporter, kleinbus
personentransport: kleinbus, fahrdienst, bus
personenbeförderung: kleinbus, fahrdienst, bus
ausflug: kleinbus, bus, lastenrad, bootsanhänger
vereinsfahrt: kleinbus, bus
klassenfahrt: kleinbus, bus, planenanhänger, anhänger
reise: kleinbus, bus, wohnmobil, gästezimmer
urlaub: wohnmobil, wohnwagen, ferienwohnung, urlaubsvertretung, springerpool
mitfahren: mitfahrgelegenheit, kleinbus, beiladung
mitnehmen: mitfahrgelegenheit, beiladung, mitnahme
ziehen: anhänger, traktor
abholen: transporter, fahrdienst
abschleppen: abschleppwagen
einkaufen: hofladen, dorfladen, einkaufsgemeinschaft
heben: kran, gabelstapler, arbeitsbühne, hubwagen, teleskoplader, flaschenzug, ladekran
hebezeug: kran, gabelstapler, flaschenzug, arbeitsbühne
hebetechnik: kran, gabelstapler, arbeitsbühne, hubwagen, teleskoplader, ladekran
kran: mobilkran, ladekran, turmkran
verladen: gabelstapler, kran, teleskoplader, laderampe, hubwagen, ladekran
entladen: gabelstapler, kran, laderampe, hubwagen, teleskoplader
stapeln: gabelstapler, palette, teleskoplader, regal
tragen: sackkarre, tragegurt, möbelpacker
schwertransport: tieflader, sattelzug, ladekran, mobilkran
sichern: ladungssicherung, spanngurt, absperrgitter
höhe: arbeitsbühne, gerüst, mobilkran, hubsteiger, leiter
leiter: arbeitsbühne, gerüst, hubsteiger, rollgerüst, stehleiter, anlegeleiter
parken: stellplatz, garage, unterstand
unterstellen: stellplatz, garage, scheune, winterlager, unterstand, lagerhalle, hallenstellplatz, abstellraum, dachboden
kühltransport: kühlwagen, kühlanhänger, kühltransporter, kühlauflieger
kühlen: kühlanhänger, kühllager, kühlschrank, kühlwagen, kühlbox, tiefkühllager
kühlung: kühlanhänger, kühllager, kühlschrank, kühlwagen, tiefkühllager
einfrieren: tiefkühllager, gefriertruhe, schockfroster, kühlzelle
gefrieren: tiefkühllager, gefriertruhe, schockfroster
# Storing
lagern: lagerfläche, lagerhalle, container, scheune, keller, palettenplatz, stellplatz, kühllager, garage, abstellraum, dachboden
einlagern: lagerfläche, lagerhalle, container, keller, palettenplatz, scheune, winterlager, kühllager, abstellraum, dachboden
lagermöglichkeit: lagerhalle, scheune, keller, container, garage, palettenplatz, abstellraum, dachboden
aufbewahren: lagerfläche, keller, archiv, container, spind, abstellraum, dachboden
platzmangel: lagerfläche, container, lagerhalle, stellplatz
halle: lagerhalle, scheune, kalthalle, leichtbauhalle
überwintern: winterlager, scheune, garage, hallenplatz, hallenstellplatz, gewächshaus
boot: bootsanhänger, winterlager, ruderboot, kanu, bootsmotor
wohnwagen: hallenstellplatz, stellplatz, winterlager, scheune
wohnmobil: hallenstellplatz, winterlager
akte: archiv, aktenlager, aktenschrank, aktenordner, aktenvernichtung
dokument: archiv, aktenlager, aktenvernichtung
behälter: kanister, fass, ibc, container, gitterbox, großkiste, kiste, eimer, regentonne
ladungsträger: palette, gitterbox, großkiste, eurobox
ladehilfsmittel: palette, gitterbox, spanngurt, antirutschmatte
wasserfass: ibc, regentonne, fass
regenwasser: ibc, regentonne, zisterne
verpacken: karton, verpackung, luftpolsterfolie, folie, umzugskarton
# Building, renovating, repairing
bauen: baumaschine, baustoff, bagger, gerüst, betonmischer, kran, werkzeug, schnittholz
baustelle: bagger, bauzaun, baustrom, gerüst, betonmischer, rüttelplatte, radlader, toilettenwagen, bauwagen, verkehrsschild
hausbau: bagger, baustoff, gerüst, betonmischer, mobilkran, rüttelplatte, minibagger, bauholz
baumaschine: bagger, minibagger, radlader, rüttelplatte, betonmischer, stampfer, walze, dumper, teleskoplader, mobilkran, erdbohrer, kernbohrgerät
baumaterial: ziegel, dachziegel, kies, schnittholz, fliese, dämmstoff, pflasterstein, fassadenfarbe, wandfarbe, kantholz
baustoff: ziegel, dachziegel, kies, schnittholz, fliese, dämmstoff, pflasterstein, fassadenfarbe, wandfarbe, lehm, sanitärkeramik
graben: bagger, minibagger, bodenfräse
erdarbeit: bagger, minibagger, radlader, rüttelplatte
tiefbau: bagger, rüttelplatte, radlader, walze, kanalinspektion
aushub: bagger, minibagger, kipper
loch: erdbohrer, bohrmaschine, kernbohrgerät, minibagger, bagger
zaun: bauzaun, erdbohrer, absperrgitter
verdichten: rüttelplatte, stampfer, walze
pflaster: rüttelplatte, pflastern, pflasterstein
pflastern: rüttelplatte, pflasterstein, minibagger
einfahrt: pflastern, rüttelplatte, minibagger, kies
terrasse: rüttelplatte, pflastern, erdbohrer, gartenmöbel, minibagger
gehweg: kehrmaschine, pflastern, winterdienst
beton: betonmischer, rüttelplatte, kernbohrgerät
bohren: bohrmaschine, akkuschrauber, kernbohrgerät, erdbohrer, bohrhammer, werkstatt
sägen: kettensäge, kreissäge, bandsäge, stichsäge, sägewerk, kappsäge
schleifen: schleifmaschine, breitbandschleifmaschine, winkelschleifer, parkettschleifmaschine
fräsen: fräse, cnc, oberfräse, bodenfräse
drehen: drehmaschine, cnc, drechsler
schweißen: schweißgerät, schweißer, schweißroboter, schweißplatz
metall: metallbau, drehmaschine, fräse, schweißgerät, abkantpresse, metallwerkstatt, schweißer, zerspanung, pulverbeschichtung, lasergravur
metallverarbeitung: drehmaschine, fräse, schweißgerät, abkantpresse, metallwerkstatt, schweißer, zerspanung
blech: abkantpresse, lasercutter, tafelschere, blechbearbeitung
dach: dachdecker, dachziegel, dachinspektion, dachfläche, zimmerei, drohne, arbeitsbühne, photovoltaik
schimmel: bautrockner, luftfeuchte, messkoffer
wasserschaden: bautrockner, tauchpumpe, nasssauger
feuchtigkeit: bautrockner, luftfeuchte
überschwemmung: tauchpumpe, pumpe, sandsack, stromerzeuger, bautrockner
hochwasser: tauchpumpe, pumpe, sandsack, stromerzeuger
trocknen: bautrockner, trockenkammer, trockenschrank, heizlüfter
renovieren: wandfarbe, malerarbeit, malerbetrieb, pinsel, parkettschleifmaschine, gerüst
renovierung: wandfarbe, malerarbeit, malerbetrieb, pinsel, gerüst, malertag
streichen: wandfarbe, fassadenfarbe, malerarbeit, malerbetrieb, pinsel, abdeckvlies, gerüst, giebelanstrich, arbeitsbühne, hubsteiger, maler
tapezieren: malerbetrieb, malertag, wandfarbe
farbe: wandfarbe, fassadenfarbe, lackfarbe, silikatfarbe, glasur
lackieren: pulverbeschichtung, lackierung, lackfarbe, lackierkabine, lackiererei
beschichtung: pulverbeschichtung, lackierung
fassade: fassadenfarbe, gerüst, arbeitsbühne, hubsteiger, malerbetrieb
dämmung: dämmstoff, vlies, dämmvlies
isolieren: dämmstoff, vlies
bad: waschbecken, sanitärkeramik, armatur, fliese, sanitärinstallateur, bewegungsbad
badezimmer: waschbecken, sanitärkeramik, armatur, fliese
sanitär: waschbecken, sanitärkeramik, armatur, toilette, sanitärinstallateur
handwerk: handwerker, tischlerei, schweißer, zimmerei, metallbau, dachdecker, malergeselle, sanitärinstallateur
handwerker: tischlerei, schweißer, zimmerei, metallbau, dachdecker, malergeselle, sanitärinstallateur
heimwerken: werkzeug, werkstatt, hobelbank, bohrmaschine, akkuschrauber
heimwerker: werkzeug, werkstatt, hobelbank, bohrmaschine, akkuschrauber
werken: werkstatt, holzrest, hobelbank, werkzeug, bastelmaterial
werkeln: werkstatt, hobelbank, werkzeug
tischlern: hobelbank, holzwerkstatt, bandsäge, hobelmaschine, kreissäge
möbelbau: hobelbank, holzwerkstatt, bandsäge, hobelmaschine, kreissäge, tischlerei
holzbearbeitung: hobelbank, bandsäge, hobelmaschine, kreissäge, breitbandschleifmaschine, sägewerk, tischlerei
reparieren: reparatur, reparaturcafé, werkstatt, ersatzteil, wartung, fahrradwerkstatt
kaputt: reparatur, reparaturcafé, ersatzteil, fahrradwerkstatt, werkstatt
defekt: reparatur, reparaturcafé, ersatzteil
panne: abschleppwagen, autowerkstatt, fahrradwerkstatt
schrauben: akkuschrauber, schraubendreher, werkstatt
werkzeug: bohrmaschine, akkuschrauber, winkelschleifer, kettensäge, kreissäge, stichsäge, bohrhammer, schraubendreher, erdbohrer, kernbohrgerät, rüttelplatte, bandsäge, hobelmaschine, schaufel, hammer, zange, handwerkzeug
maschine: bagger, fräse, drehmaschine, gabelstapler, traktor, teleskoplader, nähmaschine, häcksler, bandsäge, abkantpresse, lasercutter
gerät: häcksler, rüttelplatte, messgerät, stromerzeuger, bohrmaschine, erdbohrer, rasenmäher
werkzeugmaschine: drehmaschine, fräse, abkantpresse, bandsäge, hobelmaschine, cnc
produktion: fräse, drehmaschine, lohnfertigung, abfüllanlage, produktionsküche, schweißroboter
fertigung: fräse, drehmaschine, lohnfertigung, cnc, schweißroboter, zerspanung
prototyp: lasercutter, makerspace, cnc, lohnfertigung
automatisierung: schweißroboter, cobot, melkroboter
roboter: schweißroboter, cobot, melkroboter
laser: lasercutter, lasergravur
gravieren: lasergravur
beschriften: lasergravur, typenschild, etikett
# Cleaning, disposing
putzen: reinigung, hochdruckreiniger, staubsauger, kehrmaschine, scheuersaugmaschine, putzkraft, reinigungsmaschine
saubermachen: reinigung, hochdruckreiniger, staubsauger, kehrmaschine
fegen: kehrmaschine, laubbläser
reinigen: reinigung, hochdruckreiniger, staubsauger, kehrmaschine, wäscherei
waschen: wäscherei, waschmaschine, hochdruckreiniger
wäsche: wäscherei, waschmaschine
müll: abfallcontainer, entsorgung, wertstoffhof, sperrmüll, aktenvernichtung, recycling
entsorgen: entsorgung, aktenvernichtung, wertstoffhof, recycling, grünschnitt, container, verschenken
entrümpeln: haushaltsauflösung, sperrmüll, transporter, sozialkaufhaus
aufräumen: kehrmaschine, lagertag, regal
dorfputz: häcksler, kehrmaschine
abfall: entsorgung, reststoff, grünschnitt
recycling: reststoff, holzrest, stoffrest, altpapier, ersatzteil, kreislaufwirtschaft, materialrest
upcycling: holzrest, stoffrest, vlies, karton, bastelmaterial, filz
kreislaufwirtschaft: reststoff, holzrest, stoffrest, trester, kaffeesatz, abwärme, molke
nachhaltigkeit: kreislaufwirtschaft, recycling, energiesparen, photovoltaik, reparaturcafé, naturschutz, lebensmittelrettung
umwelt: naturschutz, umweltbildung, photovoltaik, recycling, kreislaufwirtschaft
klimaschutz: photovoltaik, energiesparen, abwärme, elektroauto, moor, wärmepumpe
reststoff: trester, molke, sägespan, hackschnitzel, kaffeesatz, holzrest, pferdemist, stoffrest, grünschnitt, rindenmulch, schilf, verschnitt
rohstoff: holzrest, stoffrest, sägespan, reststoff, hackschnitzel
datenmüll: aktenvernichtung
schreddern: aktenvernichtung, häcksler
# Garden, nature, farming
garten: rasenmäher, bodenfräse, häcksler, heckenschere, gartenpflege, kompost, rindenmulch, hochbeet, schulgarten, freischneider, grünpflege, mulch, jungpflanze, bewässerung, grünschnitt
gartenarbeit: rasenmäher, bodenfräse, häcksler, heckenschere, heckenschnitt, harke, freischneider
gartengerät: rasenmäher, bodenfräse, häcksler, heckenschere, schaufel, harke, freischneider, laubbläser, vertikutierer, erdbohrer
gartentechnik: rasenmäher, bodenfräse, häcksler, heckenschere, freischneider, balkenmäher
gartenmöbel: bierzeltgarnitur, gartenbank, pavillon
rasen: rasenmäher, vertikutierer, rasenmähen, grünpflege, mahd, beweidung
mähen: rasenmäher, balkenmäher, freischneider, mahd, beweidung
wiese: balkenmäher, mahd, beweidung, streuobstwiese, wiesenpflege
gestrüpp: freischneider, beweidung, häcksler, ziege
hecke: heckenschere, heckenschnitt, häcksler
baum: baumfällung, kettensäge, häcksler, motorsäge, baumschnitt, hubsteiger
ast: häcksler, kettensäge, astsäge
umgraben: bodenfräse, motorhacke
boden: bodenprobe, bodenfräse, bodenlabor, bodenfeuchte
beet: hochbeet, bodenfräse, kompost, jungpflanze, mulch, schulgarten
mulchen: rindenmulch, hackschnitzel, mulcher
düngen: dünger, kompost, pferdemist, gülle
kompostieren: kompost, grünschnitt, häcksler, kaffeesatz
laub: laubbläser, grünschnitt, laubsauger
gießen: bewässerung, brunnen, ibc, regentonne
bewässern: bewässerung, brunnen, beregnung, ibc
trockenheit: bewässerung, brunnen, beregnung, bodenfeuchte
dürre: bewässerung, brunnen, beregnung
pflanzen: jungpflanze, erdbohrer, kompost, erde
pflanze: jungpflanze, gewächshaus, setzling
tier: tiertransport, tierfutter, tierhalter, ziege, pferd, pferdeanhänger, futter, einstreu, beweidung, stroh
tierhaltung: futter, einstreu, stroh, heu, molke, trester
tiertransport: pferdeanhänger, viehanhänger
füttern: futter, heu, trester, molke
futter: heu, trester, molke, futtergetreide
landwirtschaft: traktor, mähdrescher, sämaschine, teleskoplader, ballenpresse, stroh, heu, dünger, erntehelfer, bodenprobe, frontlader, beregnung, getreide, spargel
landmaschine: traktor, mähdrescher, sämaschine, ballenpresse, pflug, egge, miststreuer, teleskoplader, balkenmäher, folienleger, beregnungsmaschine
landtechnik: traktor, mähdrescher, sämaschine, ballenpresse, pflug, egge, miststreuer, teleskoplader, balkenmäher, folienleger, beregnungsmaschine
feld: sämaschine, traktor, beregnung, mähdrescher
säen: sämaschine, direktsaat
ernte: erntehelfer, mähdrescher, obstkiste, erntemaschine, großkiste, kirschernte, stapler, halle
ernten: erntehelfer, mähdrescher, obstkiste
apfel: mosterei, apfelsaft, saftpresse, trester, obstlager, streuobst
saft: mosterei, apfelsaft, saftpresse, abfüllanlage
obst: apfel, kirsche, mosterei, beere, obstkiste, streuobst, birne, pflaume, kühlzelle
gemüse: spargel, kürbis, möhre, kartoffel, kohl, wintergemüse, gemüsekiste, kühlraum, kühlzelle, hofladen, gewächshaus
getreide: getreidereinigung, mähdrescher, weizen, saatgutreinigung
milch: käserei, molke, milchverarbeitung, melkroboter
käse: käserei, reifelager, molke
biene: imker, honig, wildbiene, nisthilfe
insekt: nisthilfe, insektenhotel, wildbiene
artenvielfalt: nisthilfe, naturschutz, wildbiene, blühfläche, streuobstwiese
natur: naturschutz, umweltbildung, nisthilfe, wiesenpflege
forst: kettensäge, häcksler, brennholz, hackschnitzel, rückewagen
wald: kettensäge, brennholz, hackschnitzel, rückewagen
reiten: pferd, reitplatz, pferdeanhänger
fisch: fischzucht
pilz: pilzzucht, kaffeesatz, sterilbank
# Energy and heat
heizen: abwärme, fernwärme, brennholz, hackschnitzel, wärmepumpe, heizlüfter, pellet, heizung
wärme: abwärme, fernwärme, nahwärme, wärmepumpe, wärmetauscher, brennholz
heizung: abwärme, fernwärme, wärmepumpe, wärmetauscher, hackschnitzel, wärmebildkamera
kamin: brennholz
ofen: brennholz, keramikofen, backofen
brennstoff: brennholz, hackschnitzel, pellet, holzrest
holz: brennholz, holzrest, hackschnitzel, schnittholz, sägespan, sperrholz, kantholz, brett, sägewerk, verschnitt
energie: photovoltaik, abwärme, batteriespeicher, wallbox, nahwärme, biogas, stromerzeuger, energieberatung, hackschnitzel, brennholz, wärmepumpe
energiesparen: wärmebildkamera, strommessgerät, energieberatung, batteriespeicher, abwärme, photovoltaik, solarberatung
stromsparen: strommessgerät, energieberatung, photovoltaik, batteriespeicher, wärmebildkamera, solarberatung
sparen: energiesparen, einkaufsgemeinschaft, strommessgerät, sammelbestellung
stromkosten: strommessgerät, energieberatung, photovoltaik, batteriespeicher
strom: photovoltaik, stromerzeuger, batteriespeicher, wallbox, kabeltrommel, strommessgerät
stromausfall: stromerzeuger, batteriespeicher, zapfwellengenerator
notstrom: stromerzeuger, batteriespeicher, zapfwellengenerator
laden: ladestation, wallbox, ladepark, ladeneinrichtung, regal, dorfladen, kleiderständer
elektromobilität: ladestation, elektroauto, elektrotransporter, lastenrad, ladepark, wallbox
tanken: ladestation, wallbox
sonne: photovoltaik, solarmodul
solar: dachfläche, hallendach, batteriespeicher, solarberatung
dachfläche: dachpacht, hallendach, stalldach
erneuerbar: photovoltaik, biogas, abwärme, hackschnitzel, bürgerenergie
elektrik: elektroprüfung, elektroarbeit
licht: scheinwerfer, lichterkette, lichttechnik, flutlicht, lampe, lichtanlage
beleuchtung: scheinwerfer, lichterkette, lampe, flutlicht, lichtanlage, led
# Parties and events
fest: festzelt, bierzeltgarnitur, zapfanlage, kühlanhänger, stehtisch, geschirr, tontechnik, pavillon, grill, saal, absperrgitter, lichterkette, hüpfburg, stromerzeuger, toilettenwagen
feiern: festzelt, saal, bierzeltgarnitur, zapfanlage, stehtisch, geschirr, tontechnik, pavillon, grill, kühlanhänger, lichterkette
feier: festzelt, saal, bierzeltgarnitur, zapfanlage, stehtisch, geschirr, tontechnik, pavillon, grill, kühlanhänger, lichterkette, partyraum
party: festzelt, saal, bierzeltgarnitur, zapfanlage, stehtisch, tontechnik, pavillon, kühlanhänger, lichterkette, grill
veranstaltung: saal, festzelt, bühne, bierzeltgarnitur, tontechnik, stehtisch, absperrgitter, beamer, aula, mehrzweckraum, stromerzeuger, scheinwerfer, bauzaun, außenfläche, pavillon
veranstaltungstechnik: tontechnik, lichttechnik, scheinwerfer, bühne, mikrofon, beamer, leinwand, mischpult, nebelmaschine, festzelt, stromerzeuger, lautsprecher
hochzeit: saal, festzelt, bierzeltgarnitur, geschirr, stehtisch, husse, kühlanhänger, tontechnik, pavillon, catering, oldtimer, lichterkette, zapfanlage
geburtstag: saal, festzelt, bierzeltgarnitur, geschirr, stehtisch, kühlanhänger, pavillon, zapfanlage, grill, vereinsheim, mehrzweckraum
kindergeburtstag: hüpfburg, pavillon, lastenrad, bierzeltgarnitur, spielgerät, bastelmaterial, bewegungsbad, spielmobil
jubiläum: festzelt, saal, bierzeltgarnitur, stehtisch, geschirr, zapfanlage, bühne, pavillon, kühlanhänger
einschulung: festzelt, bierzeltgarnitur, pavillon, saal, stehtisch, geschirr, kühlanhänger
jugendweihe: saal, festzelt, bierzeltgarnitur, stehtisch
konfirmation: saal, festzelt, geschirr, stehtisch
taufe: saal, geschirr, pavillon, stehtisch
trauerfeier: saal, geschirr, stehtisch
polterabend: festzelt, bierzeltgarnitur, zapfanlage, pavillon
weihnachtsfeier: saal, geschirr, stehtisch, catering, gastronomie, tagungsraum, koch, produktionsküche
weihnachtsmarkt: marktstand, lichterkette, stehtisch, absperrgitter, pavillon, zapfanlage
flohmarkt: pavillon, marktstand, bierzeltgarnitur, klapptisch
markt: marktstand, pavillon, absperrgitter, verkaufswagen
dorffest: festzelt, bierzeltgarnitur, zapfanlage, absperrgitter, stromerzeuger, kühlanhänger, pavillon, toilettenwagen, stehtisch, bühne, tontechnik, bauzaun
sommerfest: festzelt, bierzeltgarnitur, zapfanlage, pavillon, kühlanhänger, grill, stehtisch, hüpfburg
straßenfest: absperrgitter, bierzeltgarnitur, pavillon, verkehrsschild, zapfanlage
schulfest: bierzeltgarnitur, pavillon, festzelt, hüpfburg, zapfanlage
vereinsfest: bierzeltgarnitur, pavillon, festzelt, zapfanlage, stehtisch, kühlanhänger
firmenfeier: saal, festzelt, bierzeltgarnitur, stehtisch, geschirr, catering
grillen: grill, bierzeltgarnitur, pavillon, kühlanhänger
grillfest: grill, bierzeltgarnitur, pavillon, zapfanlage
bier: zapfanlage, bierzeltgarnitur, kühlanhänger
getränk: kühlanhänger, zapfanlage, apfelsaft, kühlschrank, mosterei
partyzubehör: bierzeltgarnitur, stehtisch, pavillon, zapfanlage, lichterkette, geschirr, husse
sitzplatz: bierzeltgarnitur, stuhl, bestuhlung, klappstuhl
bestuhlung: stuhl, klappstuhl, konferenzbestuhlung, bierzeltgarnitur
regenschutz: pavillon, festzelt
konzert: bühne, tontechnik, saal, klavier, scheinwerfer, proberaum, lichttechnik, aula
musik: tontechnik, proberaum, klavier, musikinstrument, lautsprecher, musikanlage, chor
band: proberaum, tontechnik, bühne
chor: proberaum, aula, klavier, chorprobe
proben: proberaum, probebühne, aula
tanzen: tanzraum, gymnastikraum, probebühne, saal
theater: bühne, aula, kostüm, kulisse, scheinwerfer, probebühne, podest
kultur: bühne, theater, konzert, saal, museum, proberaum
kino: beamer, leinwand
film: beamer, leinwand, videotechnik, kamera
karneval: kostüm, tontechnik, saal, karnevalswagen
fasching: kostüm, tontechnik, saal
umzugswagen: traktor, karnevalswagen
festumzug: absperrgitter, verkehrsschild, bauzaun, traktor
absperren: absperrgitter, bauzaun, verkehrsschild
sicherheit: absperrgitter, bauzaun, arbeitsschutz, brandschutz, elektroprüfung, ladungssicherung, cybersicherheit
präsentation: beamer, leinwand, flipchart, rednerpult, whiteboard, tagungsraum
vortrag: beamer, leinwand, saal, rednerpult, tagungsraum, mikrofon, aula
messe: stehtisch, pavillon, messestand, stellwand
# Rooms and work
tagen: tagungsraum, besprechungsraum, seminarraum, saal
tagung: tagungsraum, saal, besprechungsraum, beamer, aula
konferenz: tagungsraum, besprechungsraum, beamer, saal, videokonferenz
besprechung: besprechungsraum, tagungsraum, flipchart
sitzung: besprechungsraum, tagungsraum, mehrzweckraum, saal
versammlung: saal, aula, mehrzweckraum, tagungsraum, besprechungsraum, vereinsheim
mitgliederversammlung: saal, aula, mehrzweckraum, tagungsraum, besprechungsraum, vereinsheim
vereinssitzung: besprechungsraum, mehrzweckraum, saal, tagungsraum
seminar: tagungsraum, seminarraum, besprechungsraum, beamer
workshop: tagungsraum, seminarraum, besprechungsraum, werkstatt, flipchart
raum: saal, aula, besprechungsraum, tagungsraum, proberaum, büro, werkstatt, mehrzweckraum, gymnastikraum
räumlichkeit: saal, aula, besprechungsraum, tagungsraum, büro, werkstatt, mehrzweckraum
veranstaltungsort: saal, aula, mehrzweckraum, festzelt, tagungsraum, scheune
homeoffice: coworking, schreibtisch, bürostuhl, büro, bildschirm, teambüro
arbeiten: coworking, büro, arbeitsplatz
atelier: werkstatt, töpferei, proberaum, makerspace
gründen: existenzgründung, coworking, büro, makerspace, gründer, werkbankplatz
startup: coworking, büro, makerspace, labor, teambüro
labor: sterilbank, autoklav, mikroskop, bodenprobe, wasseranalyse
übernachten: gästezimmer, ferienwohnung, wohncontainer, hotel, unterkunft
schlafen: gästezimmer, bett, unterkunft
sport: turnhalle, gymnastikraum, sportplatz, sportverein, bewegungsbad, fußball, sportgerät, rückenschule, kanu
turnen: turnhalle, gymnastikraum, sportmatte
yoga: gymnastikraum, bewegungsraum, sportmatte
training: gymnastikraum, turnhalle, sportplatz, trainer
schwimmen: bewegungsbad, schwimmbad, rettungsschwimmer, schwimmkurs
fitness: gymnastikraum, rückenschule, bewegungsbad
gesundheit: rückenschule, physiotherapie, bewegungsbad, pflegedienst, defibrillator, ersthelfer
rücken: rückenschule, physiotherapie
wassersport: kanu, ruderboot, bootsanhänger, bootsmotor, schwimmweste
paddeln: kanu, bootsanhänger
fußball: sportplatz, flutlicht, jugendfußball
spielen: spielzeug, spielgerät, hüpfburg, sandkasten
freizeit: kanu, lastenrad, ausflug, gymnastikraum
camping: wohnmobil, wohnwagen
ferien: ferienlager, gästezimmer, kleinbus
# Cooking, food
kochen: großküche, lehrküche, koch, kochkurs, hofküche, einkochkessel, küchenchef
küche: großküche, lehrküche, hofküche, backstube, produktionsküche, kühlschrank, spülmaschine
backen: backstube, backofen, großküche
einkochen: einkochkessel, hofküche, großküche
marmelade: einkochkessel, hofküche, abfüllanlage, produktionsküche
abfüllen: abfüllanlage, einkochkessel, glasflasche
lebensmittel: obst, gemüse, brot, milch, käse, apfelsaft, honig, kartoffel, spargel, fleisch, lebensmittelrettung, hofladen, getreide, mosterei, kühlwagen, kühlraum, tafel
essen: catering, großküche, kantine, lebensmittelrettung, koch, foodtruck
catering: großküche, koch, geschirr, kühlanhänger, servicekraft, foodtruck
gastro: großküche, koch, servicekraft, geschirr, zapfanlage, kühlanhänger, spülmaschine
gastronomie: großküche, koch, servicekraft, geschirr, zapfanlage
geschirr: teller, besteck, festgeschirr, mehrwegbecher
spülen: spülmaschine
tafel: lebensmittelrettung, lebensmittelausgabe
essensreste: lebensmittelrettung, trester, kaffeesatz
regional: hofladen, direktvermarktung, mosterei, gemüsekiste, regionalprodukt
bauernmarkt: hofladen, direktvermarktung, marktstand
# Furniture, office, IT
möbel: tisch, stuhl, schrank, regal, sessel, sofa, kommode, bett, bürostuhl, schreibtisch, bürodrehstuhl, kleiderschrank, nachtschrank, rollcontainer, hocker, schulmöbel, sozialkaufhaus, tischlerei
büromöbel: bürostuhl, schreibtisch, rollcontainer, aktenschrank, drehstuhl
einrichtung: tisch, stuhl, schrank, regal, sessel, bürostuhl, schreibtisch, ladeneinrichtung
büroausstattung: bürostuhl, schreibtisch, rollcontainer, aktenschrank, kopierer, büromaterial, whiteboard, laserdrucker
sitzen: stuhl, bürostuhl, sessel, gartenbank
büro: schreibtisch, bürostuhl, coworking, büromaterial, kopierer, arbeitsplatz, bürokraft
büromaterial: aktenordner, papier, schreibwaren
schreibwaren: papier, aktenordner
rechner: computer, laptop, server
computer: laptop, bildschirm, tastatur, server, tablet, computerkabinett, rechner, ithilfe, itfachmann
hardware: laptop, computer, bildschirm, laserdrucker, kopierer, server, beamer, tablet
technik: laptop, computer, beamer, messgerät, tontechnik, drohne
elektronik: laptop, computer, bildschirm, sensor, elektrogerät
drucker: laserdrucker, farblaserdrucker, kopierer, multifunktionsgerät, tintenstrahldrucker
drucken: druckerei, digitaldruck, laserdrucker, kopierer, flyer, plakat, multifunktionsgerät, drucker
kopieren: kopierer, multifunktionsgerät, druckerei
scannen: scanner, multifunktionsgerät, digitalisierung
edv: laptop, computer, server, software, netzwerk, bildschirm, wlan
softwarehilfe: software, digitalisierung
digital: digitalisierung, software, website, laptop
hacker: cybersicherheit, datensicherung
datenverlust: datensicherung
homepage: website, socialmedia
werben: werbung, flyer, plakat, website, grafik, druckerei
werbung: flyer, plakat, website, grafik, druckerei, broschüre, socialmedia, banner
medien: video, drohne, kamera, druckerei, website, foto
luftbild: drohne
einladung: druckerei, digitaldruck
papier: karton, druckerpapier, papierrest, papierzuschnitt
digitalisieren: digitalisierung, scanner, software
# Staff and help
personal: fachkraft, aushilfe, erntehelfer, servicekraft, pflegefachkraft, schweißer, buchhalter, hausmeister, malergeselle, zerspanungsmechaniker, lagerfachkraft, kraftfahrer, bürokraft, azubi, staplerfahrer
mitarbeiter: fachkraft, aushilfe, erntehelfer, servicekraft, pflegefachkraft, schweißer, kraftfahrer, buchhalter, hausmeister, malergeselle, zerspanungsmechaniker, lagerfachkraft, bürokraft, arbeitnehmerüberlassung
fachkraft: pflegefachkraft, schweißer, kraftfahrer, buchhalter, malergeselle, zerspanungsmechaniker, lagerfachkraft
fachkräftemangel: fachkraft, arbeitgeberzusammenschluss, azubi, arbeitnehmerüberlassung, kollegenhilfe
arbeitskraft: aushilfe, fachkraft, erntehelfer, saisonarbeiter
aushilfe: erntehelfer, servicekraft, saisonarbeiter, vertretung
helfer: erntehelfer, ehrenamt, aushilfe, zeitspende, einsatztag
hilfe: ehrenamt, zeitspende, nachbarschaftshilfe, einsatztag, kollegenhilfe, nachhilfe
helfen: ehrenamt, zeitspende, einsatztag, nachbarschaftshilfe
anpacken: zeitspende, einsatztag, ehrenamt, arbeitseinsatz, helfer, umzugshelfer
arbeitseinsatz: zeitspende, einsatztag, ehrenamt, kipper, häcksler
freiwillig: ehrenamt, zeitspende, einsatztag
engagement: ehrenamt, zeitspende, spende, einsatztag
zeit: zeitspende, ehrenamt
job: teilzeit, saisonarbeit, praktikum, aushilfe, minijob, azubi
arbeit: saisonarbeit, praktikum, teilzeit, aushilfe, job
stelle: job, teilzeit, praktikum, azubi, aushilfe, fachkraft
ferienjob: erntehelfer, aushilfe, saisonarbeit
krankheit: vertretung, springerpool, aushilfe
auslastung: kurzarbeit, lohnfertigung, kollegenhilfe, auftragsflaute
kurzarbeit: kollegenhilfe, arbeitnehmerüberlassung, auftragsflaute
zeitarbeit: kollegenhilfe, springerpool
ausbildung: azubi, lehrwerkstatt, ausbilder, verbundausbildung, gesellenprüfung, praktikum
azubi: verbundausbildung, ausbildungsverbund, lehrwerkstatt, azubitausch, gesellenprüfung, prüfungsvorbereitung
praktikum: schülerpraktikum, berufsorientierung, praxislernen, praxislerntag, azubitausch
beruf: berufsorientierung, praktikum, ausbildung, bewerbungstraining, azubi
bewerben: bewerbungstraining
prüfung: prüfungsvorbereitung, elektroprüfung, gesellenprüfung, bremsenprüfstand, dachinspektion
lernen: lehrgang, kurs, nachhilfe, workshop, praktikum, praxislernen
weiterbilden: kurs, seminar, workshop
kurs: ersthelferkurs, workshop, staplerschein, erstehilfe
wissen: beratung, mentoring, erfahrungsaustausch, workshop
wissensaustausch: erfahrungsaustausch, stammtisch, mentoring
treffen: stammtisch, erfahrungsaustausch, vereinsheim
vernetzung: stammtisch, erfahrungsaustausch, kooperation
rat: beratung, energieberatung, erfahrungsaustausch
experte: beratung, gutachten, mentoring
steuer: steuerberater, buchhaltung, lohnbuchhalter
rechnung: erechnung, buchhaltung
buchhaltung: buchhalter, lohnbuchhalter, datev
finanzen: buchhaltung, steuerberater, beteiligung, fördermittel
lohn: lohnbuchhalter, lohnabrechnung
verwaltung: bürokraft, buchhaltung, sekretariat, empfangskraft
sprache: übersetzung, dolmetscher
übersetzen: übersetzung, dolmetscher
lesen: lesepate, bibliothek
alter: senior, seniorenheim, altenpflege, pflegedienst
senior: fahrdienst, pflegedienst, rollstuhl, seniorenheim, altenpflege
behinderung: barrierefrei, rollstuhl, rollstuhlrampe, inklusion
inklusion: barrierefrei, rollstuhl, rollstuhlrampe
rollstuhl: barrierefrei, rollstuhlrampe
pflege: pflegefachkraft, pflegebett, pflegedienst, altenpflege, rollstuhl
krankenbett: pflegebett
hospiz: pflegebett
notfall: stromerzeuger, defibrillator, ersthelfer, erstehilfe, katastrophenschutz
unfall: ersthelfer, erstehilfe, defibrillator, verbandkasten
katastrophe: stromerzeuger, katastrophenschutz, tauchpumpe
katastrophenschutz: stromerzeuger, tauchpumpe, feuerwehr
feuer: feuerwehr, brandschutz, feuerlöscher
brand: brandschutz, feuerwehr, feuerlöscher
wiederbelebung: defibrillator, ersthelfer, erstehilfe
kind: kita, spielgerät, spielzeug, hüpfburg, bastelmaterial, ferienlager, jugendfeuerwehr, lesepate
jugend: jugendclub, jugendfeuerwehr, jugendwerkstatt, ferienlager, jugendhilfe
schüler: praktikum, nachhilfe, berufsorientierung, schülerfirma, bewerbungstraining
schule: schulmöbel, schulbedarf, nachhilfe, berufsorientierung, lesepate, schulgarten
unterricht: schulprojekt, nachhilfe, bastelmaterial, mikroskop, kunstunterricht, schule, kurs
schulbedarf: papier, aktenordner, bastelmaterial, schulmöbel, büromaterial
kita: bastelmaterial, spielzeug, spielgerät
basteln: bastelmaterial, papierrest, karton, stoffrest, filz, holzrest, papierzuschnitt, papier, ton
kunst: keramik, atelier, bastelmaterial, kunstunterricht, glasur
handarbeit: nähmaschine, stoffrest
nähen: nähmaschine, stoffrest, nähcafé, overlock, nähwerkstatt
stoff: stoffrest, textil, filz, vlies
textil: stoffrest, kleidung, nähmaschine, vlies, filz
kleidung: kleiderkammer, kleiderständer, arbeitskleidung, wäscherei, nähmaschine
flüchtling: unterkunft, kleiderkammer, möbel, übersetzung
obdachlos: lebensmittelrettung, kleiderkammer
# Measuring, testing, research
messen: messgerät, messkoffer, waage, koordinatenmessmaschine, strommessgerät, wärmebildkamera, sensor, thermometer, nivelliergerät
wiegen: waage
prüfen: elektroprüfung, messgerät, koordinatenmessmaschine, mikroskop
analyse: bodenprobe, wasseranalyse, labor, mikroskop
wasser: brunnen, wasseranalyse, bewässerung, tauchpumpe, ibc
trinkwasser: wasseranalyse, brunnen
qualität: qualitätssicherung, koordinatenmessmaschine
forschung: labor, sensor, mikroskop, forschungsprojekt
# Money and partners
geld: fördermittel, sponsoring, beteiligung, finanzierung
finanzieren: fördermittel, sponsoring, beteiligung, finanzierung
investieren: beteiligung, genossenschaft, gesellschafter
investor: beteiligung, genossenschaft, gesellschafter
partner: beteiligung, gesellschafter, kooperation, einkaufsgemeinschaft
zusammenarbeit: kooperation, beteiligung, einkaufsgemeinschaft
förderung: fördermittel, förderantrag, sponsoring
antrag: fördermittel, förderantrag
kaufen: einkaufsgemeinschaft, hofladen, gemeinschaftskauf
bestellen: sammelbestellung, einkaufsgemeinschaft
spenden: spende, sachspende, spendenbescheinigung, sponsoring, kleiderkammer
sponsor: sponsoring
hobby: werkstatt, töpferei, proberaum, nähmaschine, gymnastikraum
fahrradtour: fahrradanhänger, planenanhänger
radfahren: lastenrad, fahrradwerkstatt
fahrrad: lastenrad, fahrradwerkstatt, fahrradanhänger
schnee: winterdienst, schneefräse, kehrmaschine
winter: winterdienst, schneefräse, winterlager
glätte: winterdienst
eis: winterdienst, tiefkühllager
mieterstrom: photovoltaik
lärm: schallpegelmesser, gehörschutz
# Words that share a stem with one of another meaning, in one direction only
transporter: sprinter, lieferwagen, kastenwagen, kleintransporter
sprinter: transporter
lieferwagen: transporter
kastenwagen: transporter
kleintransporter: transporter
elektriker: elektromeister, elektrofachkraft, elektroarbeit, elektrohandwerk, elektroprüfung, elektrobetrieb
maler: malergeselle, malermeister, malerarbeit, malertag, malerbetrieb, malerbedarf, malervlies
malern: malerarbeit, wandfarbe, malerbetrieb, malergeselle
fahrer: kraftfahrer, berufskraftfahrer, fahrdienst, staplerfahrer, kranführer
ordner: aktenordner, archivraum, büromaterial
töpfern: keramik, töpferei, keramikofen, glasur, ton
ton: keramik, glasur, töpferei
schulung: lehrgang, kurs, seminar, weiterbildung, workshop, staplerschein, ladungssicherung, seminarraum, tagungsraum
hofladen: dorfladen, direktvermarktung, bauernladen
zelt: festzelt, pavillon, partyzelt
stromer: elektroauto
gründer: existenzgründung, coworking, makerspace
gründung: existenzgründung, coworking
poster: plakat, druckerei
metallbauer: metallbau, schweißer, metallwerkstatt
schlosser: schlosserei, metallbau, metallwerkstatt
koch: küchenchef, küchenkraft, servicekraft
müllabfuhr: entsorgung
sperrmüll: entsorgung, sozialkaufhaus, transporter, anhänger, container
klassenzimmer: schulmöbel, whiteboard, schultisch, stuhl, beamer
tonne: regentonne, ibc
# More of what people need
kleinwagen: auto
leihwagen: auto, kleinbus, transporter
mietauto: auto, kleinbus, transporter
busfahrer: fahrdienst, kraftfahrer
autofahrer: fahrdienst
chauffieren: fahrdienst
umzugshelfer: möbelpacker, transporter, einsatztag
transportkapazität: beiladung, transport
transportmöglichkeit: transporter, beiladung, lieferdienst
palettentransport: beiladung, spedition
frachtbörse: beiladung
mitladen: beiladung
kühlkette: kühltransport, kühlanhänger, kühltransporter, kühllager
frischetransport: kühltransport
tierklinik: pferdeanhänger, tiertransport
vieh: viehanhänger, futter, einstreu, beweidung
bootsliegeplatz: winterlager, hallenplatz
lagerbox: lagerfläche, container, abstellraum
stauraum: lagerfläche, abstellraum, container, dachboden
eventlocation: saal, scheune, aula, festzelt
location: saal, scheune, aula, mehrzweckraum
kochstudio: lehrküche, großküche
bierwagen: zapfanlage, kühlanhänger
getränkewagen: zapfanlage, kühlanhänger
kirmes: bierzeltgarnitur, zapfanlage, pavillon, festzelt
bankett: geschirr, stehtisch, husse
buffet: geschirr, stehtisch, catering
discjockey: tontechnik, lichttechnik
disco: tontechnik, lichttechnik, scheinwerfer
halteverbot: verkehrsschild
parkverbot: verkehrsschild
sperrung: absperrgitter, verkehrsschild, bauzaun
drucksache: druckerei, flyer, plakat, broschüre, digitaldruck
visitenkarte: druckerei, digitaldruck, flyer
aufkleber: druckerei, etikett
kalender: druckerei, digitaldruck
banner: druckerei, plakat
urkunde: druckerei, digitaldruck
namensschild: lasergravur, typenschild
webdesign: website
programmierer: website, software
virus: cybersicherheit, datensicherung
hackerangriff: cybersicherheit, datensicherung
fremdsprache: übersetzung
stromrechnung: energieberatung, strommessgerät, photovoltaik, batteriespeicher
heizkosten: wärmebildkamera, energieberatung, abwärme, nahwärme, wärmepumpe, hackschnitzel
aufladen: ladestation, wallbox, ladepark, gabelstapler, ladebordwand, ladekran
solarpark: photovoltaik, agriphotovoltaik
bioabfall: kompost, trester, grünschnitt
hühnerfutter: futtergetreide, trester, molke
feldarbeit: erntehelfer
apfelernte: erntehelfer, großkiste, mosterei
unkraut: beweidung, freischneider, mulch
brombeere: beweidung, freischneider
grünfläche: grünpflege, rasenmähen, mahd, heckenschnitt
baggern: bagger, minibagger
restfarbe: wandfarbe, fassadenfarbe
modelliermasse: ton, keramik
hilfsmittel: pflegebett, rollator, rollstuhl
rückenschmerz: rückenschule, physiotherapie
leseschwäche: lesepate
vorlesen: lesepate
hausaufgabe: nachhilfe, lesepate
babyschwimmen: bewegungsbad
aquafitness: bewegungsbad
feueralarm: brandschutz
sicherungskasten: elektroprüfung, elektroarbeit
rollstuhlfahrer: rollstuhlrampe, barrierefrei
gehbehindert: rollstuhlrampe, barrierefrei
fahrausweis: staplerschein
kassenwart: buchhaltung
kassenprüfung: buchhaltung
spendenaktion: spende, sponsoring
fundraising: spende, sponsoring, fördermittel
crowdfunding: sponsoring, beteiligung
kapital: beteiligung, gesellschafter, investition, finanzierung
startkapital: beteiligung, gesellschafter, finanzierung
geschäftspartner: beteiligung, kooperation, gesellschafter
großbestellung: sammelbestellung, einkaufsgemeinschaft
mengenrabatt: sammelbestellung, einkaufsgemeinschaft
zuverdienst: aushilfe, teilzeit, erntehelfer
wegwerfen: entsorgung, aktenvernichtung, recycling
lebensretter: rettungsschwimmer, defibrillator, ersthelfer
kochgruppe: lehrküche, großküche
foodtruck: großküche
schimmelpilz: luftfeuchte, bautrockner
raumluft: luftfeuchte, messkoffer
klimawandel: bewässerung, moor, photovoltaik, energiesparen
wolle: textil, stoffrest
druckertinte: toner
schulausflug: kleinbus, bus
seniorenausflug: kleinbus, bus, rollstuhlrampe
schriftstück: archiv, chronik
sütterlinschrift: sütterlin
# What people say every day
schrank: tischlerei, werkbank, hobelmaschine, kreissäge
honig: imkerei, abfüllanlage, hofladen
vereinsheim: mehrzweckraum, saal, wandfarbe, elektromeister
kulisse: dachboden, heuboden, scheune, abstellraum, lagerraum
trauung: kühlanhänger, stehtisch, geschirr, saal
üben: proberaum, übungsraum, probebühne
rheuma: bewegungsbad
frieren: abwärme, nahwärme, heizgerät
pressen: saftpresse, mosterei
abstellen: stellplatz, abstellraum, garage, lagerplatz, hallenstellplatz
zwischenlagern: lagerhalle, lagerfläche, container, lagerplatz
hochheben: kran, gabelstapler, teleskoplader, hubwagen
abladen: gabelstapler, ladebordwand, ladekran, hubwagen, rampe
dachrinne: arbeitsbühne, hubsteiger, leiter, drohne
baumschnitt: häcksler, hubsteiger, motorsäge
wildwuchs: beweidung, freischneider, häcksler
bauhof: kehrmaschine, häcksler, winterdienst, absperrgitter
straßensperrung: bauzaun, absperrgitter, verkehrsschild
umzäunen: bauzaun, weidezaun
bügeln: wäscherei, mangel
ändern: nähmaschine, schneiderei
bekannt: socialmedia, flyer, plakat
plakatieren: plakat, druckerei
logo: grafiker, druckerei
fotografieren: fotograf, drohne, kamera
filmen: kamera, drohne, videodreh
internet: website, ithilfe
passwort: itsicherheit, datenschutz
datenschutz: aktenvernichtung
gehalt: lohnbuchhaltung
jugendliche: praktikum, ausbildung, makerspace
ausfall: vertretung, aushilfe, springer
vertretung: aushilfe
personalmangel: aushilfe, saisonkraft, arbeitnehmerüberlassung
mithelfen: helfer, freiwilligentag, zeitspende
ehrenamt: lesepate, pate
engagieren: zeitspende, lesepate, pate
teambuilding: freiwilligentag, teamtag, tagungsraum
teamevent: freiwilligentag
weiterbildung: schulung
fortbildung: schulung
treffpunkt: mehrzweckraum, vereinsraum
arbeitsplatz: coworking, büro, werkbankplatz
selbstständig: coworking, büro, werkbankplatz
firmenwagen: auto, transporter, elektroauto
fahren: kleinbus, mitfahrgelegenheit
arzttermin: fahrdienst
auswärtsspiel: kleinbus, vereinsbus, fahrdienst
trainingslager: kleinbus, vereinsbus, gästezimmer
einkauf: lieferdienst
verkaufen: hofladen, marktstand, dorfladen, webshop
malen: kunstunterricht
feucht: messkoffer, bautrockner
keller: pumpe
kompost: apfeltrester, pferdemist
pferd: pferdeanhänger, pferdehof, heu, stroh
kuh: viehanhänger, heu, molke
schaf: beweidung, viehanhänger
glatteis: winterdienst, streugut
webinar: konferenzkamera, tagungsraum
bringen: lieferdienst, lastenrad, beiladung, transporter, kurier
toaster: reparaturcafé, repaircafé
wasserkocher: reparaturcafé, repaircafé
radio: reparaturcafé, repaircafé
haushaltsauflösung: sozialkaufhaus, möbel, kleiderschrank
wohnungsauflösung: sozialkaufhaus, möbel
möblieren: möbel, bürostuhl, schreibtisch
büroeinrichtung: regal
klassenraum: schulmöbel, stuhl, beamer
klempner: rohrkamera
abfluss: rohrkamera, kanalinspektion
rohr: rohrkamera, kanalinspektion
zaunpfahl: erdbohrer
fundament: minibagger, rüttelplatte, erdbohrer
schulhof: pflastern, absperrgitter, bauzaun
teich: bagger, minibagger, pumpe
dachstuhl: mobilkran, zimmerei, abbundanlage
verschönern: wandfarbe, malertag
fenster: arbeitsbühne, hubsteiger
glühbirne: arbeitsbühne, elektroprüfung
steckdose: elektroprüfung, elektromeister
aufführung: bühne, scheinwerfer, podest, aula, saal
lesung: bühne, saal, tagungsraum
klausur: tagungsraum, seminarraum
pilates: gymnastikraum, übungsraum
reha: bewegungsbad, gymnastikraum
schwimmkurs: bewegungsbad, rettungsschwimmer
pause: vertretung, aushilfe
kollege: kollegenhilfe, fachkraft
auftragsflaute: kollegenhilfe, arbeitnehmerüberlassung
auftragsspitze: kollegenhilfe, saisonkraft, aushilfe
hamburg: beiladung
möbelrücken: sackkarre, transporter
klavier: transporter, ladebordwand, sackkarre
kühlschrank: transporter, sackkarre, kühlanhänger
baumarkt: anhänger, transporter
bretter: tandemanhänger, bauholz
radtour: anhänger, fahrrad, planenanhänger
ferienlager: kleinbus, anhänger, zelt, rettungsschwimmer
wandertag: kleinbus
zeltlager: zelt, festzelt, feldküche
suppe: großküche, einkochkessel, abfüller
imbiss: produktionsküche, großküche
lagerverkauf: halle, ladeneinrichtung
geschäft: ladeneinrichtung, regal
melken: zapfwellengenerator, melkroboter
kürbisse: halle, scheune
äpfel: kühllager
vögel: nisthilfe
naturschutz: nisthilfe, harktag, beweidung
artenschutz: nisthilfe
moor: kettenbagger, mulchen
klima: photovoltaik, abwärme, moor
gerätecheck: elektroprüfung
tüv: elektroprüfung, bremsencheck
software: erfahrungsaustausch, digitalisierung
finanzamt: erechnung, buchhaltung
verein: ehrenamt, zeitspende
vereinskasse: buchhaltung
nachwuchs: azubi, ausbildung, praktikum, berufsorientierung
lehre: azubi, ausbildung, prüfungsvorbereitung
gesellenprüfung: prüfungsvorbereitung
schulprojekt: workshop, umweltbildung, makerspace
experiment: mikroskop, labor
biologie: mikroskop
naturwissenschaft: mikroskop, labor
testen: labor, teststellung
schild: lasergravur, druckerei
pokal: lasergravur
geschenk: lasergravur
ordnung: archivraum, regal
winterschlaf: winterlager
saisonlager: kalthalle, winterlager, scheune
traktor: scheune, halle
caravan: scheune
`;
