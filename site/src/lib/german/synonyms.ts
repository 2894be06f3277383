/**
 * Groups of words that mean the same to somebody who searches, the most usual one first.
 *
 * A line reads `gabelstapler, stapler, flurförderzeug`: who types one finds the others. Single words
 * in their base form, in lower case; a word with several senses stands in several groups. Words that
 * share a stem with one of another meaning are left out on purpose (Laster and Last, Rechner and
 * Rechnung, Transporter and Transport, Schulung and Schule, Elektriker and elektrisch); the needs of
 * `intents.ts` cover the most usual of them in one direction. `#` begins a comment.
 */
export const SYNONYMS = `
# Lifting and moving loads
gabelstapler, stapler, flurförderzeug, frontstapler, dieselstapler, elektrostapler, forklift, hubstapler
hubwagen, handhubwagen, ameise, palettenhubwagen, gabelhubwagen
hochhubwagen, elektrohubwagen, deichselstapler
schubmaststapler, schubmast, schubmastfahrzeug, regalstapler
teleskoplader, teleskopstapler, telehandler, teleskopradlader, manitou
arbeitsbühne, hebebühne, hubarbeitsbühne, hubsteiger, steiger, hubbühne, cherrypicker
scherenbühne, scherenarbeitsbühne, scherenhebebühne
anhängerbühne, anhängerarbeitsbühne
gelenkbühne, gelenkteleskopbühne
mobilkran, autokran, kranwagen, fahrzeugkran
ladekran, lkwkran, hiab
kranführer, kranfahrer
staplerschein, gabelstaplerschein, staplerführerschein, staplerlehrgang, flurförderschein
staplerfahrer, gabelstaplerfahrer
sackkarre, stechkarre, transportkarre, sackkarren
schubkarre, karre, schubkarren
flaschenzug, kettenzug, seilzug, hebezeug
lastenaufzug, warenaufzug, güteraufzug
aufzug, lift, fahrstuhl, elevator
wagenheber, rangierwagenheber
hebegurt, rundschlinge, hebeband, tragegurt
# Construction machines and tools
bagger, excavator, erdbagger
minibagger, kleinbagger, kompaktbagger, mikrobagger
radlader, schaufellader, kompaktlader
rüttelplatte, vibrationsplatte, rüttler, bodenverdichter, flächenrüttler, plattenrüttler
stampfer, vibrationsstampfer, grabenstampfer
walze, straßenwalze
betonmischer, mischmaschine, betonmischmaschine, zementmischer, mörtelmischer
dumper, muldenkipper, raddumper
baumaschine, baugerät
bohrmaschine, schlagbohrmaschine
bohrhammer, schlaghammer, meißelhammer
abbruchhammer, stemmhammer, presslufthammer
akkuschrauber, akkubohrer, akkubohrschrauber, schraubmaschine
kernbohrgerät, kernbohrer, kernbohrmaschine, betonbohrer, kernbohrung
erdbohrer, erdlochbohrer, erdbohrgerät, pfahlbohrer
winkelschleifer, flex, trennschleifer, trennjäger
schleifmaschine, schleifgerät
breitbandschleifmaschine, breitbandschleifer
parkettschleifmaschine, parkettschleifer
estrichschleifer, betonschleifer
kettensäge, motorsäge, motorkettensäge
stichsäge, pendelstichsäge
kreissäge, tischkreissäge, formatkreissäge, handkreissäge
kappsäge, gehrungssäge
fliesenschneider, fliesensäge
hobelmaschine, hobel, dickenhobel, abrichthobel, abrichte, abrichthobelmaschine
hobelbank, tischlerwerkbank
cnc, zerspanung, zerspantechnik
oberfräse, handfräse
abkantpresse, kantbank, abkantbank, biegepresse
lasercutter, laserschneider, lasergerät, laserschneidmaschine
lasergravur, lasergravieranlage, lasergravierer, gravur, gravieren
schweißgerät, schweißmaschine, schweißapparat
schweißroboter, cobot
pulverbeschichtung, pulverlackierung
kompressor, druckluft, luftkompressor, pressluft
hochdruckreiniger, kärcher, dampfstrahler, druckreiniger
laubbläser, laubsauger, laubgebläse
staubsauger, sauger
industriesauger, nasssauger, baustaubsauger
tauchpumpe, wasserpumpe, schmutzwasserpumpe, pumpe
bautrockner, luftentfeuchter, entfeuchter, trocknungsgerät, kondenstrockner
heizlüfter, heizgebläse, bauheizer, heizkanone, heizgerät
ventilator, gebläse
klimagerät, klimaanlage
gerüst, baugerüst, fassadengerüst
rollgerüst, fahrgerüst
werkzeug, tool, arbeitsgerät
handwerkzeug, handwerkszeug
messschieber, schieblehre
wasserwaage, richtwaage
nivelliergerät, baulaser, rotationslaser, linienlaser
steinsäge, steinschneider, nassschneider
zwinge, schraubzwinge
schraubendreher, schraubenzieher
kehrmaschine, kehrsaugmaschine, straßenkehrmaschine
scheuersaugmaschine, bodenreinigungsmaschine, putzmaschine
absauganlage, absaugung, späneabsaugung
nähmaschine, overlock, overlockmaschine, sewingmaschine
spritzpistole, farbspritzgerät, airless, farbsprühgerät
# Power and energy
stromerzeuger, generator, notstromaggregat, aggregat, stromaggregat, notstrom, netzersatzanlage, notstromerzeuger, stromgenerator
zapfwellengenerator, zapfwellenaggregat
stromausfall, blackout
photovoltaik, pv, solar, solaranlage, solarstrom, photovoltaikanlage, fotovoltaik, sonnenstrom, solarenergie
solarmodul, solarpanel, photovoltaikmodul, solarzelle, pvmodul
balkonkraftwerk, balkonsolar, steckersolar
agriphotovoltaik, agripv
strom, elektrizität
elektroinstallateur, elektromeister, elektrofachkraft
elektroprüfung, geräteprüfung, elektrocheck
batteriespeicher, stromspeicher, solarspeicher, heimspeicher, energiespeicher
akku, batterie, akkumulator
ladestation, wallbox, ladesäule, ladepunkt, stromtankstelle, ladestelle
ladepark, schnellladepark, ladeinfrastruktur
schnelllader, schnellladepunkt, schnellladestation, schnellladen
abwärme, restwärme, prozesswärme, überschusswärme
fernwärme, nahwärme, wärmenetz, nahwärmenetz
wärmerückgewinnung, wärmetauscher, wärmeübertrager
wärmepumpe, luftwärmepumpe
heizung, heizanlage, heizungsanlage
biogas, biogasanlage
energieberatung, energieberater, energiecheck
energiesparen, stromsparen, energieeffizienz
wärmebildkamera, thermografie, thermokamera, infrarotkamera, thermografiekamera
strommessgerät, energiemessgerät, stromzähler
dachfläche, solardach, hallendach, stalldach
brennholz, kaminholz, feuerholz, ofenholz
hackschnitzel, holzschnitzel, hackgut, holzhackschnitzel
kabeltrommel, verlängerungskabel, kabelrolle, verlängerung
# Vehicles and transport
lkw, lastwagen, lastkraftwagen, truck
sattelzug, sattelschlepper, sattelauflieger, auflieger
zugmaschine, sattelzugmaschine
wechselbrücke, wechselbehälter
sprinter, kleintransporter, lieferwagen, kastenwagen, van, ducato
elektrotransporter, elektrolieferwagen
kühltransporter, kühlwagen, kühlfahrzeug, kühlauto, kühllaster
kühltransport, kühllogistik, kühltour, kühllieferung
pritschenwagen, pritsche
kipper, dreiseitenkipper, kippanhänger
ladebordwand, hebebordwand, ladeklappe
kleinbus, neunsitzer, bulli, minibus, minivan, vereinsbus, achtsitzer
bus, reisebus, omnibus, autobus
auto, pkw, personenkraftwagen, automobil, kraftfahrzeug, kfz
elektroauto, elektrofahrzeug
geländewagen, jeep, suv
abschleppwagen, abschlepper, abschleppdienst
wohnmobil, camper, campingbus, reisemobil
wohnwagen, caravan, wohnanhänger
motorrad, moped, kraftrad
fahrrad, rad, bike, velo, drahtesel
lastenrad, cargobike, lastenfahrrad, transportrad, lastenbike
fahrradanhänger, radanhänger
bollerwagen, handwagen, leiterwagen
kühlanhänger, kühlhänger, kühltrailer
pferdeanhänger, pferdehänger, viehanhänger, tieranhänger, pferdetransporter
bootsanhänger, bootshänger, boottrailer, bootstrailer
autoanhänger, autotransporter, autotrailer
tieflader, tiefladeanhänger
tandemanhänger, tandemachser
kofferanhänger, planenanhänger
anhängerkupplung, kugelkopf, ahk
spedition, logistik, logistiker, frachtführer
fracht, ladung, fuhre
transport, beförderung
beiladung, zuladung, mitnahme, teilladung, sammelgut, rückfracht, rückladung, leerfahrt, rückfahrt
ladefläche, laderaum, frachtraum
stückgut, palettenware
lieferdienst, zustelldienst, lieferservice, zustellung, auslieferung, bringdienst, kurier, kurierdienst, bote, botendienst
fahrdienst, shuttle, pendelbus
ladungssicherung, zurrgurt, spanngurt, ratschengurt, zurrmittel
antirutschmatte, rutschmatte
fahrer, kraftfahrer, berufskraftfahrer, lkwfahrer, chauffeur, trucker
führerschein, fahrerlaubnis
kraftstoff, sprit, treibstoff
reifen, autoreifen, pneu
felge, alufelge
winterdienst, schneeräumung, räumdienst, schneedienst, streudienst
schneefräse, schneeschieber, schneepflug
# Storage and containers
lagerfläche, lagerraum, lagerplatz, einlagerung, lagerung, lagermöglichkeit
lager, depot, warenlager, magazin
lagerhalle, kalthalle, logistikhalle, warenhalle
kühllager, kühlhaus, kühlraum, kühlzelle, kühlkammer, kühlhalle
tiefkühllager, tiefkühlhaus, gefrierhaus, tiefkühlraum, tiefkühlzelle
zwischenlager, zwischenlagerung, pufferlager
winterlager, winterquartier, überwinterung, winterstellplatz
scheune, feldscheune, remise, stadel, bergehalle
dachboden, heuboden
keller, kellerraum, gewölbekeller, untergeschoss
abstellraum, abstellkammer, rumpelkammer
schuppen, gartenhaus, geräteschuppen, gartenlaube
stellplatz, parkplatz, abstellplatz, unterstellplatz, stellfläche, abstellfläche, parkfläche
garage, doppelgarage, carport
unterstand, unterstellmöglichkeit, überdachung
außenfläche, freifläche, außenlager, freilager, hoffläche
hochregal, palettenregal, schwerlastregal
container, seecontainer, schiffscontainer, überseecontainer, lagercontainer
wohncontainer, bürocontainer, baucontainer, mannschaftscontainer
bauwagen, bauhütte
ibc, wassertank, gitterboxtank, kubikmetertank, ibccontainer
regentonne, wassertonne
palette, europalette, holzpalette, ladungsträger
gitterbox, gitterboxpalette, gibo
großkiste, obstkiste, apfelkiste
eurobox, eurokiste, stapelbox
umzugskarton, umzugskiste, bananenkiste
karton, pappkarton, kartonage, pappe, schachtel
verpackung, verpackungsmaterial, packmaterial
luftpolsterfolie, noppenfolie
laderampe, verladerampe
# Rooms
raum, räumlichkeit
besprechungsraum, besprechungszimmer, meetingraum, sitzungsraum, sitzungszimmer, konferenzraum, konferenzzimmer, meeting
tagungsraum, seminarraum, schulungsraum, veranstaltungsraum, kursraum, unterrichtsraum, workshopraum, vortragsraum
mehrzweckraum, mehrzweckhalle, gemeinschaftsraum, gruppenraum
saal, festsaal, veranstaltungssaal, gemeindesaal, bürgersaal
aula, schulaula
vereinsheim, vereinsraum, vereinshaus, clubhaus
dorfgemeinschaftshaus, gemeindehaus, bürgerhaus, gemeindezentrum
büro, office, arbeitszimmer
büroraum, einzelbüro, bürofläche, teambüro, gemeinschaftsbüro, kleinbüro
coworking, coworkingspace, bürogemeinschaft
arbeitsplatz, schreibtischplatz, büroarbeitsplatz, workspace
werkstatt, werkraum, werkstätte
werkplatz, werkbankplatz
tischlerwerkstatt, holzwerkstatt, tischlerei, schreinerei
labor, laboratorium, laborplatz
proberaum, bandraum, musikraum, probebühne, übungsraum, probenraum
gymnastikraum, bewegungsraum, sportraum, turnraum, yogaraum, tanzraum, kursraum
turnhalle, sporthalle, gymnastikhalle
sportplatz, fußballplatz, sportanlage, spielfeld
atelier, kunstwerkstatt
gewerberaum, gewerbefläche, gewerbeimmobilie
unterkunft, übernachtung, quartier, herberge, schlafplatz
gästezimmer, fremdenzimmer, pension
ferienwohnung, ferienhaus
ausweichquartier, ausweichraum, übergangslösung, interim
toilettenwagen, toilettenhäuschen, mobiltoilette, dixi, toilettenkabine
barrierefrei, rollstuhlgerecht, behindertengerecht
rollstuhlrampe, auffahrrampe
# Kitchen and catering
großküche, profiküche, gewerbeküche, produktionsküche, gastroküche, kantinenküche, mietküche
lehrküche, schulküche
hofküche, einkochküche, manufakturküche
backstube, bäckerei, backküche, bäcker
backofen, etagenofen, stikkenofen
gastronomie, restaurant, gaststätte, gasthof, gasthaus, wirtshaus
hotel, gästehaus
café, kaffeehaus
catering, caterer, partyservice
foodtruck, imbisswagen, verkaufswagen, imbissanhänger
zapfanlage, bierzapfanlage, schankanlage, durchlaufkühler, ausschank
kühlschrank, kühlgerät
gefriertruhe, kühltruhe, tiefkühltruhe, gefrierschrank
kühlbox, isolierbox, thermobox
spülmaschine, geschirrspüler, geschirrspülmaschine, bandspülmaschine, abwaschmaschine
kaffeemaschine, kaffeeautomat, kaffeevollautomat
geschirr, festgeschirr, teller, gedeck
essbesteck, besteck
mehrweggeschirr, mehrwegbecher
grill, gasgrill, holzkohlegrill, bratwurstgrill
kombidämpfer, konvektomat
kessel, einkochkessel, rührkessel, einkochtopf
koch, küchenkraft, küchenchef
servicekraft, kellner, servicemitarbeiter, restaurantfachkraft
abfüllanlage, abfüller, flaschenabfüllung, abfüllung, abfüllmaschine
vakuumierer, vakuumiergerät
# Farming and food
traktor, schlepper, trecker, ackerschlepper
mähdrescher, drescher, erntemaschine
egge, scheibenegge
miststreuer, dungstreuer
güllefass, gülletank
heuwender, schwader
melkmaschine, melkroboter, melkanlage
beregnung, bewässerung, tropfbewässerung, beregnungsanlage, beregnungsmaschine, bewässerungsanlage
brunnen, wasserbohrung
gewächshaus, treibhaus, folientunnel, anzuchthaus
landwirtschaft, agrar, ackerbau
landtechnik, agrartechnik, landmaschine
bauernhof, gutshof, agrarbetrieb, landwirtschaftsbetrieb
bauernladen, direktvermarktung, direktvermarkter, dorfladen
bio, ökologisch, öko
obst, frucht
gemüse, grünzeug
möhre, karotte, mohrrübe
kartoffel, erdapfel
heidelbeere, blaubeere
brötchen, schrippe, semmel
mosterei, kelterei, lohnmosterei, lohnmosten, saftpresse, apfelpresse, mostpresse, fruchtpresse, süßmosterei, mosten, obstpresse, lohnmost
trester, apfeltrester
imker, bienenhalter, imkerei, bienenzüchter
streuobst, fallobst
streuobstwiese, obstwiese, obstgarten
erntehelfer, erntekraft, saisonarbeiter, saisonkraft, pflücker, saisonarbeit, erntehilfe, saisonarbeitskraft
futter, tierfutter, futtermittel, viehfutter
einstreu, tiereinstreu
mist, dung, stallmist, pferdemist, rindermist
dünger, düngemittel
kompost, komposterde, humus
beweidung, weidetier
pferd, pony
reitplatz, reithalle
pferdehof, reiterhof, reitstall, reitverein
moor, niedermoor
# Garden and grounds
rasenmäher, mäher, rasenmähen, rasentraktor, aufsitzmäher, mähroboter
freischneider, motorsense, sense, rasentrimmer
balkenmäher, wiesenmäher, raupenmäher
mulcher, mulchgerät, mulchmäher, auslegemulcher
häcksler, schredder, buschhacker, holzhäcksler, anhängehäcksler, buschhäcksler, gartenhäcksler
heckenschnitt, heckenpflege, heckenschneiden
bodenfräse, motorhacke, gartenfräse, motorfräse, ackerfräse
vertikutierer, rasenlüfter
harke, rechen, laubrechen
gartengerät, gartentechnik, gartenmaschine
grünschnitt, gartenabfall, strauchschnitt, rasenschnitt, grüngut, baumschnitt, astschnitt, grünabfall
grünpflege, gartenpflege, gartenarbeit, grünanlagenpflege, gartenbau, gartenservice
galabau, landschaftsbau, landschaftsgärtner
gärtner, gärtnerei
baumfällung, baumpflege, baumfällen
setzling, jungpflanze
blumenerde, pflanzerde, mutterboden, erde
hochbeet, pflanzkasten
sandkasten, buddelkasten
insektenhotel, nisthilfe, nistkasten, wildbienenhotel, vogelhaus
# Wood, building materials, craft
holzrest, restholz, verschnitt, abfallholz
schnittholz, bauholz
kantholz, balken, dachbalken
sperrholz, holzplatte, multiplex
sägespan, span, sägemehl, hobelspan, holzspan
holztrocknung, trockenkammer, holztrockner
tischler, schreiner, möbelbauer
baustoff, baumaterial, restbaustoff
dachziegel, biberschwanz, biberschwanzziegel, dachpfanne
fliese, kachel
pflasterstein, pflaster, gehwegplatte
pflasterarbeit, pflastern
dämmstoff, isolierung, dämmmaterial, dämmmatte, isoliermaterial
vlies, filz, malervlies, abdeckvlies
wandfarbe, innenfarbe, dispersionsfarbe, malerfarbe
malerbedarf, pinsel, farbroller
dachdecker, dachhandwerk, dachdeckerei
maurer, betonbauer
malerarbeit, streichen, anstrich
malerbetrieb, malergeselle, malermeister, anstreicher
renovierung, sanierung, modernisierung, renovieren
klempner, installateur, sanitärinstallateur, sanitär
waschbecken, waschtisch, handwaschbecken
armatur, wasserhahn, einhebelmischer
metallbau, metallbauer, stahlbau
metallbearbeitung, blechbearbeitung
schmied, schmiede
schweißer, schweißfachkraft
bauzaun, baustellenzaun, mobilzaun
absperrgitter, absperrung, absperrmaterial, hamburgergitter
verkehrsschild, verkehrszeichen, straßenschild, halteverbotsschild, haltverbotsschild
warnbake, leitbake
brennofen, keramikofen, töpferofen
alu, aluminium
kunststoff, plastik
sanitärkeramik, wcbecken
bodenbelag, teppichboden, teppich
# Waste and reuse
reststoff, nebenprodukt, sekundärrohstoff
restposten, restbestand, überbestand, sonderposten
abfall, müll, unrat
sperrmüll, sperrgut
entsorgung, abfallentsorgung, müllabfuhr
recycling, wiederverwertung, kreislaufwirtschaft, upcycling
wertstoffhof, recyclinghof
altpapier, papierrest, papierzuschnitt, papierabfall, kartonrest
schrott, altmetall, metallschrott
bauschutt, abbruchmaterial
aktenvernichtung, reißwolf, aktenvernichter, aktenschredder
secondhand, gebraucht, gebrauchtware
haushaltsauflösung, entrümpelung, wohnungsauflösung
sozialkaufhaus, möbellager, gebrauchtwarenhaus, möbelbörse
lebensmittelrettung, foodsharing, lebensmittelausgabe, lebensmittelhilfe
# Furniture and office
bürostuhl, drehstuhl, bürodrehstuhl, schreibtischstuhl, arbeitsstuhl
stuhl, sitzgelegenheit
rollcontainer, schreibtischcontainer
möbel, mobiliar, einrichtung, möbelstück
büromöbel, büroausstattung, büroeinrichtung
schulmöbel, schultisch, zweiertisch
kleiderschrank, garderobenschrank
kleiderständer, garderobenständer, rollständer
regal, rollregal
kommode, schubladenschrank
spind, umkleideschrank, schließfach
ladeneinrichtung, ladenausstattung
bett, bettgestell
pflegebett, krankenbett, krankenhausbett
nachtschrank, nachttisch, nachtkonsole
büromaterial, bürobedarf, schreibwaren, büroartikel
papier, druckerpapier, kopierpapier
bastelmaterial, bastelbedarf, basteln, werkmaterial
kopierer, multifunktionsgerät, kopiergerät
laserdrucker, farblaserdrucker, tintenstrahldrucker, multifunktionsdrucker
scanner, dokumentenscanner
flipchart, moderationswand, pinnwand, metaplanwand
whiteboard, wandtafel, schreibtafel
moderationskoffer, moderationsmaterial
rednerpult, stehpult
# IT, print, media
laptop, notebook, klapprechner, laptops, thinkpad, macbook
computer, pc, desktop
beamer, projektor, videoprojektor
hardware, computertechnik, edv
software, app
wlan, wifi, internet, funknetz
glasfaser, breitband
server, serverraum
datenschutz, dsgvo
cybersicherheit, datensicherheit
website, webseite, homepage, internetseite, internetauftritt, webauftritt
videokonferenz, webkonferenz, onlinemeeting
digitalisierung, digitalisieren
werbung, marketing, reklame
kamera, fotoapparat, fotokamera
foto, fotografie, aufnahme
fotograf, fotografin
video, film
drohne, multikopter, quadrocopter, drone
druckerei, offsetdruck, digitaldruck, druckservice, copyshop
flyer, faltblatt, prospekt, handzettel, werbezettel
broschüre, programmheft
plakat, aushang
grafik, gestaltung, grafikdesign, layout, grafiker, design
logo, signet
# Staff
mitarbeiter, arbeitskraft, personal, beschäftigter, angestellter, arbeitnehmer
belegschaft, team, kollegium
fachkraft, fachpersonal, fachleute, facharbeiter
azubitausch, lehrlingstausch
ausbildung, berufsausbildung
ausbilder, lehrmeister, ausbildungsleiter
verbundausbildung, ausbildungsverbund
lehrwerkstatt, ausbildungswerkstatt
praktikumsplatz, praktikumsstelle
aushilfe, aushilfskraft, minijob, minijobber, nebenjob
springerpool, personalpool
arbeitnehmerüberlassung, zeitarbeit, leiharbeit, personalüberlassung, leasingkraft
arbeitgeberzusammenschluss, kollegenhilfe
teilzeit, halbtags
job, arbeitsstelle, stellenangebot
hausmeister, hauswart, facilitymanager
bürokraft, sekretär, verwaltungskraft, bürohilfe, sachbearbeiter
sekretariat, empfang, rezeption, empfangskraft
buchhalter, finanzbuchhalter
lohnbuchhalter, lohnbuchhaltung, lohnabrechnung, gehaltsabrechnung
pflegefachkraft, pflegekraft, krankenpfleger, altenpfleger, krankenschwester, pflegehelfer
mechaniker, monteur
handwerker, gewerk
geselle, handwerksgeselle
rettungsschwimmer, bademeister, badeaufsicht
putzkraft, reinigungskraft, raumpfleger
erzieher, kindergärtner
lehrer, lehrkraft, pädagoge
# Services, knowledge
buchhaltung, buchführung, finanzbuchhaltung, rechnungswesen
steuerberater, steuerbüro, steuerberatung
reparatur, instandsetzung, ausbesserung, reparieren
reparaturcafé, repaircafé, reparaturwerkstatt
wartung, instandhaltung
autowerkstatt, kfzwerkstatt, mechatroniker
fahrradwerkstatt, radwerkstatt, fahrradcheck, fahrradreparatur
reinigung, putzen, gebäudereinigung
wäscherei, waschsalon, textilreinigung, wäschereinigung
waschmaschine, waschautomat
hausmeisterdienst, hausmeisterservice
lohnarbeit, lohnfertigung, lohnunternehmen, auftragsfertigung, lohnunternehmer
nähcafé, nähkurs
polsterer, polsterei
weiterbildung, seminar, lehrgang, kurs, fortbildung, training
workshop, praxiskurs
unterricht, unterrichtsstunde
vortrag, referat
schulungsplatz, kursplatz
beratung, consulting, beratungstermin
mentoring, coaching, mentor, coach
erfahrungsaustausch, austausch, stammtisch, netzwerktreffen
erstehilfe, ersthelfer, ersthelferkurs, ersthilfe, ersthilfekurs
unterweisung, einweisung
bewerbungstraining, bewerbung
berufsorientierung, berufswahl, praxislernen, berufsvorbereitung
förderantrag, fördermittelantrag
nachfolge, betriebsübergabe, unternehmensnachfolge
gesundheitsförderung, bgm, prävention, rückenschule
physiotherapie, krankengymnastik, physiotherapeut
ergotherapie, ergotherapeut
forschung, wissenschaft
# Measuring
messgerät, messinstrument, messtechnik, messkoffer
koordinatenmessmaschine, messmaschine, portalmessmaschine
sensor, fühler, messfühler
thermometer, temperaturmessgerät
luftfeuchte, luftfeuchtigkeit
schallpegelmesser, lärmmessgerät
waage, personenwaage, wiegegerät
wasseranalyse, wasserprobe, wasseruntersuchung, wassertest
rohrkamera, kanalkamera, kanalinspektion, endoskop, inspektionskamera
qualitätssicherung, qualitätsprüfung, qualitätskontrolle
kalibrierung, kalibrieren
tüv, hauptuntersuchung
# Events and clubs
veranstaltung, event, anlass
fest, feier, party
dorffest, vereinsfest, straßenfest, hoffest, volksfest, stadtfest, schulfest
firmenfeier, betriebsfeier, weihnachtsfeier, betriebsfest
betriebsausflug, teamtag, teamausflug, teamevent, firmenausflug
bierzeltgarnitur, bierbank, biergarnitur, festzeltgarnitur, biertisch, bierzelttisch, bierzeltbank, klappbank, garnitur
stehtisch, bistrotisch, partytisch
klapptisch, campingtisch
klappstuhl, stapelstuhl
husse, stuhlhusse, tischhusse
tischdecke, tischtuch, tischwäsche
pavillon, faltpavillon, faltzelt, partyzelt, gartenpavillon
marktstand, verkaufsstand, messestand, marktbude, verkaufsbude, weihnachtsbude
lichterkette, partybeleuchtung
scheinwerfer, strahler, fluter, bühnenlicht, spotlight
flutlicht, sportplatzbeleuchtung, flutlichtanlage
tontechnik, tonanlage, musikanlage, beschallung, soundanlage, lautsprecher, pa, beschallungsanlage, soundsystem, audioanlage
mikrofon, mikro, funkmikrofon
lichttechnik, lichtanlage, bühnenbeleuchtung
veranstaltungstechnik, bühnentechnik, eventtechnik
nebelmaschine, seifenblasenmaschine
hüpfburg, springburg
popcornmaschine, zuckerwattemaschine
ausstattung, equipment, ausrüstung
kostüm, verkleidung
konzert, auftritt
theater, schauspiel, puppentheater
kino, filmabend, filmvorführung
klavier, piano, flügel
musikinstrument, instrument
chor, gesangsverein, chorprobe
verein, initiative, club, klub
sportverein, turnverein, sportclub, sportgruppe
förderverein, freundeskreis
heimatverein, geschichtsverein, ortschronist, ortschronik, chronik
feuerwehr, löschzug, ffw, ortswehr
katastrophenschutz, thw
kirche, kirchengemeinde, pfarrgemeinde
bauhof, betriebshof, wirtschaftshof
bibliothek, bücherei, mediathek, leihbücherei
museum, heimatmuseum
grundschule, primarschule
oberschule, realschule, sekundarschule
gymnasium, oberstufe
schulklasse, klasse
schulprojekt, projekttag
kita, kindergarten, kindertagesstätte, krippe, kinderkrippe, kinderbetreuung, kindertagesbetreuung
hort, ganztag, ganztagsbetreuung
jugendclub, jugendtreff, jugendzentrum, jugendhaus, jugendwerkstatt
jugendlicher, teenager
seniorenheim, altenheim, pflegeheim, altersheim, seniorenzentrum, seniorenhaus
pflegedienst, sozialstation
krankenhaus, klinik, hospital
arztpraxis, praxis, arzt
apotheke, pharmazie
tierarzt, veterinär
flüchtling, geflüchteter, asylbewerber, geflüchtetenhilfe
naturschutz, umweltschutz, artenschutz
klassenfahrt, schulfahrt, schulausflug
ferienlager, ferienfreizeit, zeltlager, jugendfreizeit
ausflug, tagesausflug, exkursion
nachbarschaftshilfe, nachbarschaftsdienst
# Sport, leisure, health
ruderboot, rudern
kanu, kajak, kanadier, paddelboot, faltboot
bootsmotor, außenborder, außenbordmotor
wassersport, bootssport
schwimmweste, rettungsweste
sportgerät, turngerät
sportmatte, turnmatte, gymnastikmatte
tischtennisplatte, tischtennis
fitnessgerät, hantel
rollstuhl, krankenfahrstuhl
defibrillator, defi, aed
verbandkasten, verbandskasten
bewegung, gymnastik, turnen
brettspiel, gesellschaftsspiel
kleidung, bekleidung, klamotten, kleider
arbeitskleidung, berufskleidung, schutzkleidung
sicherheitsschuh, arbeitsschuh
schwimmunterricht, schwimmkurs
lesepate, vorlesepate, vorleser, leseförderung
# Ways of sharing, money
spende, sachspende, schenkung
spendenbescheinigung, spendenquittung, zuwendungsbestätigung
zeitspende, freiwilligentag, einsatztag, socialday, freiwilligenarbeit
ehrenamt, freiwilliger, ehrenamtler, freiwilligendienst, freiwilligenhilfe
mieten, ausleihen, leihen, borgen
miete, leihgebühr, mietpreis, pacht
vermietung, verleih, ausleihe
tauschen, tausch, eintauschen, tauschgeschäft, tauschbörse
maschinenring, maschinengemeinschaft, nutzergemeinschaft, mietpool
einkaufsgemeinschaft, sammelbestellung, gemeinschaftseinkauf, sammeleinkauf
beteiligung, teilhaber, gesellschafter, investor, mitinvestor, investition
finanzierung, kofinanzierung, vorfinanzierung
kredit, darlehen
genossenschaft, eg, energiegenossenschaft
kooperation, zusammenarbeit, partnerschaft
firma, unternehmen, betrieb
samstag, sonnabend
notfall, havarie, notlage
günstig, preiswert, billig
# Various
ladenlokal, ladengeschäft, verkaufsraum, verkaufsfläche, shop
abdeckplane, abdeckfolie, gewebeplane, schutzplane
spielplatzgerät, spielgerät, klettergerüst
senior, rentner, ruheständler, pensionär
altenpflege, seniorenpflege, krankenpflege
kommune, stadtverwaltung, gemeindeverwaltung, amtsverwaltung
kostenlos, kostenfrei, gratis, umsonst, unentgeltlich
verschenken, geschenkt, geschenk
mitnutzen, mitbenutzen, mitnutzung, sharing
gemeinschaftskauf, gemeinschaftsanschaffung
schneiderei, näherei, änderungsschneiderei
keramik, töpferei, töpferware, töpferkurs
pumpe, förderpumpe
folientunnel, folienhaus
edv, it, informationstechnik, computertechnik
systemhaus, itdienstleister, edvdienstleister, itservice, itsupport, computerservice, computerhilfe
fußball, kicken
dachsanierung, dachreparatur
fahrtenbuch, fahrtbuch
schraubenschlüssel, maulschlüssel, ringschlüssel
gasflasche, propangas, flüssiggas
pritschenanhänger, hochlader
spielmobil, spieleanhänger
bühnenwagen, bühnenanhänger, bühnentrailer
pinnwand, korkwand
faltwand, trennwand, stellwand, paravent
schulgarten, gemüsegarten, nutzgarten
kleingarten, schrebergarten, kleingartenverein
krankenfahrt, krankentransport
schreinerarbeit, tischlerarbeit
elektroarbeit, elektroinstallation, elektrikerarbeit
gasheizung, gastherme
verkehrserziehung, fahrradprüfung, verkehrsschulung
drechsler, drechslerei
wischmopp, feudel
putzmittel, reinigungsmittel, spülmittel
gummistiefel, regenstiefel
feuerlöscher, handfeuerlöscher
sanitätshaus, orthopädietechnik
schneidplotter, folienplotter, plotter
nachtdienst, nachtwache, nachtschicht
rollstuhlbus, behindertenbus
reifelager, reifekeller, käsekeller, weinkeller
strohballen, rundballen, stroh
papiersack, papiertüte
aufkleber, sticker, etikett
visitenkarte, geschäftskarte
mitgesellschafter, gesellschafter, anteilseigner, mitinhaber
förderer, mäzen, sponsor, gönner
umfrage, befragung
rettungsdienst, sanitätsdienst
hafenplatz, liegeplatz, bootsplatz
schreddern, zerkleinern
vorlesen, leseförderung
wassergymnastik, aquafitness, aquagymnastik
sturzprophylaxe, sturzvorbeugung
fahrradreparatur, radreparatur
fräsarbeit, fräsen
dreharbeit, dreherei
kunstunterricht, kunstkurs, zeichenunterricht
obstbau, obstanbau
gemüseanbau, gemüsebau
baumschule, pflanzenzucht
abfüllen, flaschenfüllen
ehrenamtspate, pate
anlieger, nachbar
hausrat, haushaltsware
# What people say every day
fernfahrer, berufskraftfahrer, kraftfahrer, lkwfahrer, brummifahrer, lastwagenfahrer, truckfahrer
gebrauchtwagen, gebrauchtfahrzeug, altwagen, pkw, auto
schwimmhalle, hallenbad, schwimmbad, schwimmbecken, bewegungsbad, lehrschwimmbecken, therapiebecken
rollstuhltaxi, rollstuhltransport, rollstuhlfahrdienst, behindertenfahrdienst, behindertentransport, rollstuhlbus, rollstuhlfahrzeug
elektroschrott, elektroaltgerät, altgerät, altelektronik, elektronikschrott, altelektrogerät
scheune, schober, heuschober, feldscheune, stadel, scheuer
pflegeheim, altenheim, seniorenheim, altersheim, seniorenzentrum, pflegeeinrichtung, seniorenresidenz
tafel, lebensmittelausgabe, lebensmitteltafel, lebensmittelrettung, foodsharing, fairteiler
gymnastikraum, bewegungsraum, yogaraum, sportraum, kursraum, übungsraum, trainingsraum
turnhalle, sporthalle, mehrzweckhalle, schulsporthalle
küchenhilfe, küchenkraft, spülkraft, küchenhelfer, beikoch
facebook, instagram, tiktok, youtube, socialmedia, onlinemarketing
itdienstleister, systemhaus, itfirma, edvdienstleister, computerfirma, itservice, edvservice
computerhilfe, ithilfe, edvhilfe, pchilfe, computernotdienst
schulessen, mittagstisch, kantinenessen, mensaessen, schulverpflegung
mensa, kantine, betriebskantine, speisesaal
honig, bienenhonig, imkerhonig
metzger, fleischer, schlachter, metzgerei, fleischerei, schlachterei
schreiner, tischler, schreinerei, tischlerei, möbeltischler, holzwerkstatt
zimmermann, zimmerer, zimmerei, holzbau
schlosser, metallbauer, schlosserei, metallbau
maler, anstreicher, malerbetrieb, malermeister
streichen, anstreichen, malern, renovieren
kulisse, bühnenbild, bühnendekoration, bühnenelement
requisite, kostüm, theaterkostüm, fundus
bühne, podest, bühnenpodest, bühnenelement, podium
tonanlage, beschallungsanlage, musikanlage, paanlage, lautsprecheranlage, beschallung, verstärker
scheinwerfer, lichtanlage, bühnenlicht, veranstaltungstechnik
partyzelt, pavillon, faltpavillon, festzelt, zelt, faltzelt
grill, schwenkgrill, grillwagen, holzkohlegrill, smoker
gulaschkanone, feldküche
toilettenwagen, toilettenhäuschen, mobiltoilette, dixi, miettoilette
kühlwagen, kühlanhänger, kühlhänger, kühltransporter, kühlfahrzeug
getränkewagen, ausschankwagen, bierwagen, schankwagen, zapfwagen
spielmobil, spielanhänger
leinwand, projektionswand, filmleinwand
tablet, ipad, tabletcomputer
bildschirm, monitor, display, flachbildschirm
handy, smartphone, mobiltelefon, diensthandy
bürostuhl, drehstuhl, bürodrehstuhl, schreibtischstuhl, chefsessel
schreibtisch, bürotisch, arbeitstisch, computertisch
regal, lagerregal, schwerlastregal, palettenregal, fachbodenregal
spind, garderobenschrank, umkleideschrank
schrank, aktenschrank, büroschrank, rollschrank
stuhl, stapelstuhl, konferenzstuhl, besucherstuhl, bestuhlung
sofa, couch, polstergarnitur, sitzgarnitur
matratze, schlafsack, feldbett, isomatte
kinderbett, gitterbett, reisebett
rollator, gehhilfe, gehwagen
elektrorollstuhl, erollstuhl, krankenfahrstuhl
dachziegel, dachpfanne, biberschwanz, dachstein, tondachziegel
ziegelstein, backstein, mauerstein, klinker, mauerziegel
pflasterstein, gehwegplatte, granitpflaster, kopfsteinpflaster, betonpflaster
bauholz, kantholz, balken, schalholz, konstruktionsholz
brett, diele, bohle, schnittholz
brennholz, kaminholz, feuerholz, scheitholz
mulch, rindenmulch, hackschnitzel, häckselgut
mutterboden, oberboden, humus, gartenerde
erdaushub, bodenaushub, aushub, füllboden
kies, schotter, splitt, mineralgemisch
sand, spielsand, bausand
mist, stallmist, pferdemist, dung, pferdeäpfel, kuhmist
gülle, gärrest, jauche
heu, heuballen, raufutter, pferdeheu
stroh, strohballen, einstreu
most, apfelsaft, süßmost, apfelmost
brennerei, schnapsbrennerei, destille
brauerei, bierbrauerei, braukessel
bäckerei, backstube, backhaus, bäcker
nähstube, nähwerkstatt, schneiderei, änderungsschneiderei, nähcafé
töpferei, keramikwerkstatt, töpferwerkstatt
fahrradwerkstatt, radwerkstatt, fahrradreparatur, fahrradladen
autowerkstatt, kfzwerkstatt, kfzbetrieb, autohaus
repaircafé, reparaturcafé, reparaturtreff
makerspace, fablab, hackerspace, mitmachwerkstatt
atelier, künstleratelier, kunstraum, malraum
ausstellungsraum, galerie, ausstellungsfläche
tagungsraum, seminarraum, konferenzraum, besprechungsraum, sitzungsraum, schulungsraum, meetingraum
festsaal, saal, ballsaal, veranstaltungssaal, gemeindesaal, partyraum
vereinsraum, vereinszimmer, vereinsheim, clubraum, mehrzweckraum
gästezimmer, unterkunft, fremdenzimmer, monteurzimmer, ferienzimmer, übernachtung, schlafplatz
wohnheim, arbeiterunterkunft, saisonunterkunft, personalunterkunft
ladenlokal, ladenfläche, verkaufsfläche, geschäftsraum, ladengeschäft
marktstand, verkaufsstand, verkaufswagen, marktwagen, verkaufsanhänger
parkplatz, stellplatz, parkfläche, pkwstellplatz
tiefgarage, garage, carport, unterstand
lagerhalle, halle, warehouse, industriehalle, gewerbehalle
lagerraum, abstellraum, abstellkammer, stauraum, lagerfläche
tiefkühllager, gefrierhaus, gefrierraum, tiefkühlhaus, tkhaus, tklager
reinraum, labor, laborplatz, laborraum
gewächshaus, treibhaus, folientunnel, foliengewächshaus, glashaus
acker, ackerfläche, feld, anbaufläche, landwirtschaftsfläche
weide, weidefläche, koppel, grünland
wiese, streuobstwiese, mähwiese
garten, gartenland, gartenparzelle, schrebergarten, kleingarten
dachfläche, hallendach, stalldach, scheunendach
solaranlage, photovoltaikanlage, pvanlage, solardach, solarstromanlage, photovoltaik
windrad, windkraftanlage, windenergieanlage, windkraft
blockheizkraftwerk, bhkw, kraftwärmekopplung
stromaggregat, notstromaggregat, stromerzeuger, generator, notstromer, notstromgenerator
heizgerät, heizlüfter, bauheizer, heizgebläse, heizstrahler
druckluft, kompressor, luftkompressor, druckluftkompressor
kehrmaschine, straßenkehrmaschine, kehrgerät
schneepflug, schneefräse, schneeräumer, räumschild, winterdienst
rasenmäher, aufsitzmäher, rasentraktor, mähmaschine
freischneider, motorsense, sense, balkenmäher
heckenschere, heckenschneider, motorheckenschere
holzspalter, spalter, brennholzspalter
kartoffelroder, erntemaschine, vollernter
sämaschine, drillmaschine, drille, direktsämaschine
pflug, grubber, egge, bodenbearbeitung
güllefass, güllewagen
ballenpresse, strohpresse, rundballenpresse
melkanlage, melkroboter, melkstand
viehanhänger, pferdeanhänger, tiertransporter, pferdehänger
drohne, quadrocopter, multikopter, luftbild, luftaufnahme
lasercutter, laserschneider, lasergravur, laser
fräsmaschine, cncfräse, fräse, bearbeitungszentrum
drehbank, drehmaschine, cncdrehmaschine, drehautomat
abkantpresse, kantbank, abkantbank, blechbiegen
säge, kreissäge, bandsäge, tischkreissäge, formatkreissäge
stickmaschine, nähmaschine, overlock
schweißgerät, schweißmaschine, schutzgasgerät, elektrode
plotter, schneideplotter, folienplotter, großformatdrucker
laminiergerät, laminator
aktenvernichter, papierschredder, schredder, reißwolf, aktenvernichtung
siebdruck, textildruck, tshirtdruck
lohnbuchhaltung, lohnabrechnung, gehaltsabrechnung, lohnbüro, entgeltabrechnung
jurist, rechtsberatung, anwalt
personalabteilung, personaler, recruiting, personalleiter
azubi, lehrling, auszubildender, ausbildung, lehrstelle, ausbildungsplatz
praktikum, praktikant, schülerpraktikum, schnupperpraktikum, praktikumsplatz
ferienjob, schülerjob, ferienarbeit, nebenjob
saisonkraft, erntehelfer, erntekraft, saisonarbeiter, pflücker, spargelstecher
reinigungskraft, putzkraft, putzfrau, raumpflegerin, gebäudereinigung
hausmeister, hauswart, facility, objektbetreuer
wachdienst, sicherheitsdienst, security, nachtwächter
erzieher, erzieherin, kindergärtnerin, pädagoge
tagesmutter, kinderbetreuung, babysitter, kindertagespflege
kindergarten, kita, kindertagesstätte, krippe, kinderhort, hort
jugendclub, jugendzentrum, jugendtreff, jugendhaus, jugendfreizeit
seniorentreff, seniorenkreis, seniorenclub
elternabend, versammlung, mitgliederversammlung, vereinssitzung, vorstandssitzung
sportfest, turnier, wettkampf
dorffest, stadtfest, straßenfest, sommerfest, vereinsfest, hoffest
flohmarkt, trödelmarkt, basar, hofflohmarkt
weihnachtsmarkt, adventsmarkt, weihnachtsbude, markthütte
gutachten, expertise, prüfbericht
übersetzer, dolmetscher, übersetzung, sprachmittler, dolmetschen
fotograf, fotografie, fototermin
videodreh, imagefilm, filmemacher, videoproduktion, video
grafiker, grafikdesigner, gestalter, mediengestalter, designer
webdesigner, webdesign, website, webseite, homepage, internetauftritt, internetseite
programmierer, softwareentwickler, entwickler
trainer, übungsleiter, coach, sporttrainer
nachhilfe, lernhilfe, hausaufgabenhilfe, hausaufgabenbetreuung
sprachkurs, deutschkurs, sprachunterricht
ersthelfer, erstehilfe, ersthelferkurs, erstehilfekurs
brandschutz, brandschutzhelfer, feuerschutz, brandschutzerziehung
arbeitssicherheit, arbeitsschutz, sicherheitsfachkraft
betriebsrat, personalrat
fördermittel, fördergeld, zuschuss, förderantrag, subvention
sponsor, sponsoring, geldgeber, förderer, mäzen
investor, kapitalgeber, teilhaber, gesellschafter, geldgeber
genossenschaft, energiegenossenschaft, bürgergenossenschaft
sammelbestellung, einkaufsgemeinschaft, großbestellung, gemeinschaftseinkauf
leergut, flasche, glasflasche, mehrwegflasche
karton, pappe, umzugskarton, kartonage, pappkarton
palette, europalette, holzpalette, einwegpalette
gitterbox, palettenbox, großkiste
plane, lkwplane, abdeckplane
wandfarbe, farbe, dispersionsfarbe, innenfarbe, farbrest
pinsel, farbrolle, malerwerkzeug
werkzeug, handwerkzeug, werkzeugkoffer, werkzeugkiste
gerüst, rollgerüst, baugerüst
bauzaun, mobilzaun, absperrgitter, absperrung
verkehrsschild, straßenschild, absperrschranke, warnbake
schulmaterial, schulbedarf, schreibwaren, schulsachen
spielzeug, spielsachen, gesellschaftsspiel, kinderspielzeug
buch, bücher, kinderbuch, bücherspende
kleidung, kleiderspende, altkleider, arbeitskleidung, berufskleidung
stoffrest, textilrest, stoffballen
wolle, garn
lastenrad, lastenfahrrad, cargobike, transportrad, lastenvelo
ebike, pedelec, elektrofahrrad, elektrorad
roller, motorroller, moped
kleinbus, neunsitzer, minibus, vereinsbus, mannschaftsbus, vanbus, bulli, achtsitzer
wohnmobil, camper, wohnwagen, caravan, reisemobil
kanu, kajak, paddelboot, ruderboot
motorboot, boot, kahn
anhänger, pkwanhänger, hänger, kastenanhänger, trailer
tieflader, autotransporter, autoanhänger, abschleppwagen
kipper, muldenkipper, dreiseitenkipper
mitfahrgelegenheit, fahrgemeinschaft, mitfahrt, mitfahren
ladesäule, ladestation, wallbox, ladepunkt, stromtankstelle, ladepark, eladesäule
messgerät, messkoffer, messtechnik, sensor, prüfgerät
vermessung, vermessungsgerät, nivelliergerät, tachymeter
waage, viehwaage, fahrzeugwaage, palettenwaage
defibrillator, defi, erstehilfekoffer
rollstuhltaxi, rollstuhlgerecht, rollstuhlrampe, barrierefrei
kleingerät, elektrogerät, elektrokleingerät, haushaltsgerät, küchengerät
elektroschrott, elektrogerät, kleingerät, altgerät
toaster, haushaltsgerät, elektrogerät, kleingerät
kaffeemaschine, haushaltsgerät, elektrogerät
toner, druckerpatrone, tintenpatrone
nachtschrank, nachttisch, nachtkästchen
kleiderschrank, schrank, kommode, garderobe
sessel, polstersessel, lehnstuhl, ohrensessel
lampe, leuchte, leselampe, stehlampe
spiegel, standspiegel, wandspiegel
kleiderständer, kleiderstange, garderobenständer
ladeneinrichtung, ladenbau, geschäftsausstattung, regal
toilette, wc, klo, klosett, toilettenschüssel
armatur, wasserhahn, mischbatterie
fassadenfarbe, außenfarbe, silikatfarbe, wandfarbe
fernglas, feldstecher, opernglas
mikroskop, durchlichtmikroskop, lupe
nistkasten, nisthilfe, vogelhaus, insektenhotel, bienenhotel
schilf, reet, schilfrohr
lehm, ton, lehmputz
filz, vlies, dämmvlies, filzrest
dämmung, dämmstoff, isolierung, dämmmaterial, isoliermaterial
lasergravur, gravur, gravieren, lasergravieranlage, beschriften, beschriftung
rohrkamera, kanalkamera, inspektionskamera, kanalinspektion, rohrreinigung
kettenbagger, raupenbagger, bagger, löffelbagger
minibagger, bagger, kleinbagger
breitbandschleifmaschine, schleifmaschine, holzschleifmaschine, bandschleifer
hobelbank, werkbank, werkbankplatz
holzwerkstatt, tischlerwerkstatt, hobelbank, holzbearbeitung
metallwerkstatt, schlosserei, metallbearbeitung, schweißplatz
abbundanlage, zimmerei, abbund
koordinatenmessmaschine, messtechnik, qualitätsprüfung, vermessen
blechbearbeitung, abkantpresse, blechbiegen, kanten, abkanten
zerspanung, zerspaner, zerspanungsmechaniker, dreher, fräser
malergeselle, maler, anstreicher, malerarbeiten
staplerfahrer, lagerist, lagerarbeiter, kommissionierer, lagerfachkraft, lagerhelfer, lagerpersonal
empfang, rezeption, sprechstundenhilfe, empfangskraft, arzthelferin, rezeptionist
bürokraft, sekretärin, sekretariat, bürohilfe, verwaltungskraft, schreibkraft, sachbearbeiter
ablage, büroablage, papierkram, büroarbeit
buchbinderei, buchbinden, broschüre
digitaldruck, copyshop, kopieren, druckerei, broschüre
erechnung, xrechnung, zugferd, rechnungsstellung
solarberatung, energieberatung, photovoltaikberatung
itnotdienst, edvnotdienst, computernotdienst, ithilfe, itsupport
datensicherung, backup, datenrettung, itsicherheit
hacker, cyberangriff, itsicherheit, cybersicherheit
ladungssicherung, zurrgurt, spanngurt, ladungssicherungskurs
prüfungsvorbereitung, gesellenprüfung, abschlussprüfung
schulgarten, schulhof, gartenprojekt
umweltbildung, naturpädagogik, umweltprojekt
praxislernen, betriebspraktikum, schülerpraktikum, schnuppertag
berufsorientierung, berufswahl, berufsberatung, bewerbungstraining
selbsthilfegruppe, selbsthilfe, gesprächskreis
gymnastikraum, bewegungsraum, sportraum, yogaraum, tanzraum, fitnessraum
festzelt, partyzelt, bierzelt, veranstaltungszelt, zelt
absperrgitter, bauzaun, absperrzaun, polizeigitter, zaun
bühnenpodest, podest, bühnenteil, bühne, bühnenelement
scheinwerfer, strahler, spot, flutlicht, bühnentechnik
bühnenbild, kulisse, bühnenteil, requisite
melkroboter, melkanlage, zapfwellengenerator
zapfwellengenerator, notstromaggregat, stromerzeuger, generator
einkochkessel, einkochen, einwecken, einmachen, marmelade
käserei, hofkäserei, molkerei, käseherstellung, milchverarbeitung
getreidereinigung, saatgutreinigung, windsichter, trieur
kürbis, kürbislager, gemüse
beregnung, bewässerung, beregnungstrommel, sprinkler, bewässerungsanlage
folienleger, mulchfolie, pflanzfolie
brunnenwasser, wasserprobe, wasseranalyse, wassertest, wasserqualität
bodenprobe, bodenanalyse, bodenuntersuchung, bodenlabor
moor, paludikultur, wiedervernässung, feuchtwiese, nasswiese
grabenräumung, grabenpflege, gewässerpflege
mahd, mähen, heumahd, wiesenpflege, landschaftspflege
heckenschnitt, heckenpflege, hecke, strauchschnitt, gehölzschnitt
grünschnitt, gartenabfall, rasenschnitt, schnittgut, laub
dorfputz, frühjahrsputz, arbeitseinsatz, subbotnik
bootsanhänger, bootstrailer, kanuanhänger
kanu, paddelboot, kajak, kanadier, boot
bootslager, winterlager, bootsstellplatz, bootshaus
außenfläche, freifläche, außengelände, abstellfläche, hoffläche
palettenstellplatz, palettenplatz, palettenlager
archivkeller, archivraum, aktenlager, archiv, aktenkeller
teambüro, gemeinschaftsbüro, bürogemeinschaft, coworking, büroplatz, büroarbeitsplatz
meetingraum, besprechungsraum, konferenzraum, sitzungszimmer, videokonferenz
ausgaberaum, lebensmittelausgabe, tafel
brot, brotrunde, backware, brötchen
lebensmittelrettung, foodsharing, lebensmittelspende, essensrettung
springerpool, springer, urlaubsvertretung, krankheitsvertretung, vertretung
dguv, elektroprüfung, geräteprüfung, gerätecheck
overlock, nähen, nähkurs, nähmaschine
kleiderstube, kleiderkammer, umsonstladen, kleidertausch
sozialkaufhaus, möbellager, gebrauchtmöbel
hospiz, sterbebegleitung
altkleider, alttextil, textilrecycling, textil
tauschgeschäft, tausch, tauschen, gegenleistung
mitinvestor, investor, beteiligung, teilhaber, kapitalgeber
saatgut, samen, saat
molke, käsemolke
pellet, holzpellet, hackschnitzel, brennstoff
kaffeesatz, kaffeeprütt, kaffeerest
lesepate, vorlesepate, lesehelfer, leselernhelfer
sütterlin, kurrent, altdeutsch, schreibschrift
drohnenflug, drohne, luftaufnahme, dachinspektion
chorprobe, chor, orchesterprobe
bankett, festtafel, tafelgeschirr, festgeschirr
geschirr, teller, besteck, tasse, porzellan
husse, stuhlhusse, tischdecke, tischwäsche
reifelager, käsekeller, weinkeller, gewölbekeller
oldtimer, veteranenfahrzeug, youngtimer
einzelbüro, arbeitszimmer, homeoffice, büroraum, büro
`;
