import { foldWord } from './fold.ts';

/** Words that say nothing about what is sought. */
const WORDS = `
aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bin bis bitte brauche brauchen
braucht benötige benötigen benötigt da damit dann das dass dein deine dem den denn der deren des die dies diese diesem
diesen dieser dieses doch dort du durch ein eine einem einen einer eines er es etwas euch für gegen gerade gern gerne
gibt gibts habe haben hat hätte hier hinter ich ihr ihre ihrem ihren im in ins irgendwo irgendwas ist ja jede jeden
jemand jetzt kann kein keine können könnte machen man mein meine meinem meinen meiner mich mir mit möchte möchten muss
nach neben nicht noch nur ob oder ohne per schon sehr sein seine sich sie sind so soll suche suchen sucht gesucht über
um und uns unser unsere unserem unseren unter unterwegs viel viele vom von vor wann was weg welche welcher wenn wer
werden wie wieder will wir wird wo woher wohin wollen würde würden zu zum zur zwischen finde finden findet
`;

const STOP_WORDS: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/).map(foldWord));

/** Whether a word says nothing about what is sought. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(foldWord(word));
}
