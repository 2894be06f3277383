import { foldWord } from './fold.ts';
import { stemFolded } from './stem.ts';

/** Words that say nothing about what is sought. */
const WORDS = `
aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bin bis bitte brauche brauchen
braucht benötige benötigen benötigt da damit dann das dass dein deine dem den denn der deren des die dies diese diesem
diesen dieser dieses doch dort du durch ein eine einem einen einer eines er es etwas euch für gegen gerade gern gerne
gibt gibts habe haben hat hätte hier hinter ich ihr ihre ihrem ihren im in ins irgendwo irgendwas ist ja jede jeden
jemand jetzt kann kein keine können könnte machen man mein meine meinem meinen meiner mich mir mit möchte möchten muss
nach neben nicht noch nur ob oder ohne per schon sehr sein seine sich sie sind so soll suche suchen sucht gesucht über
um und uns unser unsere unserem unseren unter unterwegs viel viele vom von vor wann was weg welche welcher wenn wer
werden wie wieder will wir wird wo woher wollen würde würden zu zum zur zwischen finde finden findet
bekomme bekommen bekommt bräuchte bräuchten darf denen diejenigen dürfen eigentlich einfach einige etwa euer eure fehlen
fehlt gebe geben gehe gehen geht gäbe halt hab ihnen jemanden jemandem jmd kannst kriege kriegen können könnten könnt lasse lassen lässt
leute macht mal manche mag mehr mögen möchtest muß müssen müsste sollen sollte sonst trotzdem vielleicht warum weil weiß
selber selbst eigen eigene eigenem eigenen eigener eigenes womit wofür
welchem welchen welches wem wen wessen wieso willst wäre woran worin wozu wurde
`;

/** Words that go with many things: they say how, not what. */
const FAINT = `
entsorgen leihen ausleihen verleihen mieten vermieten kaufen verkaufen tauschen abgeben abholen loswerden ausrichten veranstalten
organisieren testen nutzen verwenden alt neu gebraucht defekt kaputt klein groß gut schön günstig billig preiswert
schnell sofort dringend kurzfristig langfristig heute morgen wochenende tag woche monat jahr stunde zeit paar bisschen
gemeinsam zusammen regional lokal nähe umgebung privat angebot gesuch anbieter firma unternehmen möglichkeit
`;

/** Heads of compounds that say what one does with a thing, not what it is. */
const GENERIC = `
verleih verleihen vermietung vermieten miete mieten leihen leihe ausleihe anlage gerät system service angebot bedarf
zubehör kauf verkauf suche gesuch börse nutzung mitnutzung anbieter firma betrieb unternehmen möglichkeit platz
`;

/** Before a place. */
const BEFORE_PLACES = 'in nach bei nahe richtung';

const setOf = (words: string): ReadonlySet<string> =>
  new Set(words.trim().split(/\s+/).map(foldWord));
const STOP_WORDS = setOf(WORDS);
const FAINT_STEMS: ReadonlySet<string> = new Set([...setOf(FAINT)].map(stemFolded));
const GENERIC_STEMS: ReadonlySet<string> = new Set([...setOf(GENERIC)].map(stemFolded));
const PLACE_PREPOSITIONS = setOf(BEFORE_PLACES);

/** Whether a term says how something is sought rather than what. */
export function isFaint(term: string): boolean {
  return FAINT_STEMS.has(term);
}

/** Whether the head of a compound says little: the rest of the compound is what is sought. */
export function isGeneric(term: string): boolean {
  return GENERIC_STEMS.has(term);
}

/** Whether what follows a word is probably a place. */
export function isBeforePlace(word: string): boolean {
  return PLACE_PREPOSITIONS.has(foldWord(word));
}

/** Whether a word says nothing about what is sought. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(foldWord(word));
}
