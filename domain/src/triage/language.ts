import type { Token } from './text.ts';

/** Function words of languages in Latin letters, without accents; none that English or its abbreviations, names and typos have as well. */
const foreign = new Set(
  (
    'der das und ich nicht ist ein eine einen einem eines mein meine meinen meinem auf mit von zu zum zur vom bei seit heute gestern haben habe wird wurde wurden sind auch noch nach uber fur aus dem wir sie keine kein durch wie aber oder wenn dass bitte hier wegen kann mir mich uns unser unsere sehr geehrte ' +
    'le la les une des du je nous vous il elle est sont pas ne dans avec sur mes ce cette qui que depuis ete etait ont au aux et mais tous toute merci bonjour ' +
    'el los las una uno mi mis se por para del esta este desde hoy ayer pero como muy hay han lo su sus nos todos todas alguien porque donde ' +
    'gli ho hanno che di da della dal dalla nel nella sono stato questa questo tutti ieri oggi qualcuno mio mia ' +
    'de het een niet mijn ik en dat voor naar wordt zijn heb heeft geen deze ook aan uit doet maar iemand sinds vanmorgen gisteren vandaag ' +
    'na sie nie jest moj moja od przez ktos ze jak mam byl bylo wszystkie um uma meu minha nao os dos foi eu alguem ' +
    'och jag inte det som ett pa mitt har fran blev till nagon alla sedan ikke jeg og fra hvor je jsem neni nekdo vsechny uz ' +
    'bir icin bu cok degil beri benim ja ei oli minun etta kaikki si nu din cineva toate yang tidak saya bisa ke dari ini itu az nem egy meg hogy valaki'
  ).split(' '),
);

/** Words of many English reports that hardly any of those languages has. */
const english = new Set(
  "the and my this that with from you your have been it its it's i'm i've we're they their them she his her our were are not but which there someone something got when what who for off out if than just because since after before while now still only please can could would should did does don't didn't doesn't can't".split(' '),
);

/** Words that both have and names make a part of a foreign text known, too. */
const mostKnownOfForeign = 0.7;

/** French words that begin so stand before others: l'ordinateur, qu'un. */
const elided = /^(?:l|j|n|qu)'\p{L}/u;

/**
 * Whether a text is in a language that the triage has not learned: it has more function words of others than of English, at least
 * two, or one and hardly a word that is known. Terse English without any is not.
 * @param knownPart of its words, which the model has met
 */
export function isForeign(tokens: readonly Token[], knownPart: number): boolean {
  const strange = tokens.filter(({ text }) => foreign.has(text) || elided.test(text));
  const own = tokens.filter(({ text }) => english.has(text)).length;
  const kinds = new Set(strange.map(({ text }) => text)).size;
  return strange.length > own && (kinds > 1 || (own === 0 && knownPart <= mostKnownOfForeign));
}
