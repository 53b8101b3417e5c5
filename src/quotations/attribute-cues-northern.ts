/** Short tables for Dutch and Swedish. */
import { type Tongue, genders, listed, phrases, verbTable } from './attribute-cues.js';
import { GERMAN } from './attribute-cues-german.js';

export const DUTCH: Tongue = {
  ...GERMAN,
  code: 'nl',
  verbs: verbTable({
    strong: `
      zei zegt zeiden zeggen gezegd verklaarde verklaart vertelde vertelt verteld schreef schrijft geschreven antwoordde antwoordt benadrukte benadrukt waarschuwde waarschuwt meldde meldt aldus noemde noemt stelde stelt
      reageerde reageert voegde liet laat erkende erkent beweerde beweert kondigde bevestigde bevestigt legde oordeelde riep vond vindt concludeerde klaagde eiste beloofde ontkende twitterde
    `,
    weak: 'denkt dacht hoopt hoopte gelooft ziet zag lacht',
    asks: 'vroeg vraagt gevraagd',
    quotes: 'citeert citeerde',
  }),
  participles: new Set(),
  according: phrases('volgens|aldus|in de woorden van'),
  accordingAfter: new Set(),
  pronouns: genders('hij:m zij:f ze:f het:n ik: wij: we:'),
  relatives: listed('die dat wie'),
  determiners: listed('de het een zijn haar hun deze die dit twee drie enkele veel alle'),
  links: listed('van voor uit in op aan bij met naar over onder tegen na tot om door als'),
  conjunctions: listed('en of maar want'),
  clauses: listed('dat omdat als toen terwijl hoewel zodat hoe waar waarom'),
  fillers: listed('heeft hebben had hadden is was zijn werd wordt ook later nog weer al niet zich toe weten aan'),
  otherVerbs: listed('is was zijn waren heeft had wordt werd kan kon wil zal moet gaat komt'),
  passives: listed('werd werden'),
  by: listed('door'),
  times: listed(
    'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus september oktober november december vandaag gisteren morgen avond ochtend',
  ),
  roles: listed(
    'minister premier president woordvoerder woordvoerster voorzitter leider directeur burgemeester kamerlid staatssecretaris advocaat rechter expert deskundige hoogleraar onderzoeker journalist schrijver man vrouw vader moeder bron bronnen koning koningin trainer topman analist econoom officier',
  ),
  femaleRoles: listed('woordvoerster vrouw moeder koningin'),
  roleEnds: ['minister', 'president', 'voorzitter', 'leider', 'woordvoerder', 'directeur'],
  bodies: listed(
    'regering ministerie partij politie rechtbank commissie raad krant bedrijf bank universiteit instituut organisatie kabinet kamer om',
  ),
  bodyEnds: ['ministerie'],
  documents: listed('verklaring rapport brief bericht artikel persbericht'),
  honorifics: genders('meneer:m mevrouw:f dr.: prof.:'),
  particles: listed('van de der den het ten ter'),
  notNames: listed('ik wij god'),
  capitalNouns: false,
};

export const SWEDISH: Tongue = {
  ...GERMAN,
  code: 'sv',
  verbs: verbTable({
    strong: `
      säger sa sade sagt skriver skrev skrivit berättar berättade förklarar förklarade svarar svarade menar menade uppger uppgav meddelar meddelade tillägger tillade fortsätter kommenterar kommenterade
      varnar varnade hävdar hävdade betonar betonade konstaterar konstaterade kallar kallade anser ansåg medger medgav lovar lovade kräver krävde
    `,
    weak: 'tror trodde tycker tyckte hoppas',
    asks: 'frågar frågade undrar',
    quotes: 'citerar citerade',
  }),
  participles: new Set(),
  according: phrases('enligt'),
  accordingAfter: new Set(),
  pronouns: genders('han:m hon:f de:p det:n jag: vi:'),
  relatives: listed('som vilken'),
  determiners: listed('en ett den det de sin sitt hans hennes deras denna detta två tre några många alla'),
  links: listed('av för från i på vid med till om under mot efter över hos'),
  conjunctions: listed('och eller men'),
  clauses: listed('att när om eftersom medan fast där hur varför'),
  fillers: listed('har hade är var också sedan nu ännu igen redan inte själv vidare'),
  otherVerbs: listed('är var har hade blir blev kan kunde vill ska måste går kom'),
  passives: listed('blev'),
  by: listed('av'),
  times: listed(
    'måndag måndagen tisdag tisdagen onsdag onsdagen torsdag torsdagen fredag fredagen lördag lördagen söndag söndagen januari februari mars april maj juni juli augusti september oktober november december idag igår',
  ),
  roles: listed(
    'statsminister statsministern minister ministern president presidenten talesperson talesman ordförande ledare chef professor forskare expert journalist man kvinna mamma pappa källa åklagare advokat domare kung drottning utrikesminister finansminister',
  ),
  femaleRoles: listed('kvinna mamma drottning'),
  roleEnds: ['minister', 'ministern', 'president', 'ledare', 'chef', 'ordförande'],
  bodies: listed(
    'regeringen departementet partiet polisen domstolen kommissionen tidningen bolaget banken universitetet myndigheten riksdagen',
  ),
  bodyEnds: ['departementet', 'partiet'],
  documents: listed('uttalande rapport brev artikel pressmeddelande'),
  honorifics: genders('herr:m fru:f'),
  particles: listed('von af de'),
  notNames: listed('jag vi gud'),
  capitalNouns: false,
};
