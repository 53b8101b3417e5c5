/**
 * Words by which accounts name parties, in English, French, Russian, Spanish and German: offices, the sides
 * together, the side itself, pronouns. Regular expressions over folded words (ё as е): the languages do not collide.
 */

/** Offices of one person, by class. */
export const OFFICES: readonly (readonly [name: string, words: RegExp])[] = [
  [
    'minister',
    /^(?:minister|ministre|министр(?:а|у|ом|е)?|ministr[oa]|canciller|\p{L}*minister(?:s|in)?|bundesrat|bundesrätin)$/u,
  ],
  [
    'president',
    /^(?:president|président|présidente|президент(?:а|у|ом|е)?|president[ea]|präsident(?:en|in)?|bundespräsident(?:in)?|mandatari[oa])$/u,
  ],
  [
    'premier',
    /^(?:premier|премьер(?:а|у|ом|е)?|premierminister(?:in)?|ministerpräsident(?:en|in)?|kanzler(?:s|in)?|bundeskanzler(?:s|in)?|taoiseach)$/u,
  ],
  [
    'secretary',
    /^(?:secretary|secrétaire|(?:гос)?секретар(?:ь|я|ю|ем|е)|secretari[oa]|\p{L}*staatssekretär(?:s|in)?)$/u,
  ],
  [
    'ambassador',
    /^(?:ambassador|ambassadeur|ambassadrice|посол|посла|послу|послом|embajador|embajadora|botschafter(?:s|in)?)$/u,
  ],
  [
    'envoy',
    /^(?:envoy|émissaire|envoyé|envoyée|посланник\p{L}*|спецпредставител\p{L}*|представител[ьюяе]м?|enviad[oa]|gesandte[rn]?|sonderbeauftragte[rn]?)$/u,
  ],
  [
    'chief',
    /^(?:commissioner|chancellor|governor|chief|commissaire|chef|cheffe|комиссар\p{L}*|глава|главой|главы|руководител\p{L}*|comisari[oa]|jef[ea]|leiter(?:in)?|chefin)$/u,
  ],
];

/** Words that belong to an office and name nobody by themselves. */
export const OFFICE_COMPANIONS =
  /^(?:foreign|prime|deputy|vice|first|acting|special|state|home|trade|commerce|defence|defense|interior|finance|fisheries|affairs|federal|republic|kingdom|union|excellency|excellence|mr|mrs|ms|mme|mm|mlle|m|dr|sr|sra|don|doña|herr|frau|herrn|général|general|premier|première|affaires|étrangères|armées|défense|intérieur|économie|commerce|transports|infrastructures|d'état|état|ministro|relaciones|exteriores|asuntos|primer|primera|república|republik|république|королевств\p{L}*|республик\p{L}*|федераци\p{L}*|иностранных|дел|заместител\p{L}*|перв\p{L}*|национальн\p{L}*|son|su|her|his|its|seine?[rnms]?|ihre?[rnms]?|amts|excelencia|señor|señora|г-н|г-жа|господин\p{L}*)$/u;

/** "her counterpart": somebody of another side. */
export const COUNTERPART =
  /^(?:counterparts?|homologues?|коллег(?:а|и|у|ой|е)|homólog[oa]|amtskolleg\p{L}*|kolleg(?:en|e|in))$/u;

/** The sides or their people together. */
export const TOGETHER =
  /^(?:ministers|presidents|leaders|sides|parties|participants|negotiators|delegations|co|chairs|interlocutors|they|ministres|présidents|dirigeants|parties|participants|délégations|interlocuteurs|ils|elles|стороны|сторон|сторонами|министры|министров|министрами|лидеры|президенты|главы|участники|собеседники|они|ministros|ministras|cancilleres|presidentes|mandatarios|partes|delegaciones|ambos|ambas|seiten|präsidenten|ministerinnen|beide|beiden|delegationen|gesprächspartner|ellos)$/u;

/** A place name before one of these is the party itself: "the Ordanian side". */
export const SIDE_WORD =
  /^(?:side|party|delegation|сторон(?:а|ы|е|у|ой)|делегаци\p{L}*|partie|délégation|parte|delegación|seite)$/u;

/** He and she at the place of a subject. */
export const PRONOUNS: readonly (readonly [words: RegExp, gender: 'male' | 'female'])[] = [
  [/^(?:he|il|он|él|er)$/u, 'male'],
  [/^(?:she|elle|она|ella)$/u, 'female'],
];

/** Forms of offices and titles that tell whether a man or a woman is meant. */
export const FEMALE_FORM =
  /^(?:ms|mrs|mme|mlle|madame|frau|sra|señora|doña|la|she|elle|ella|она|г-жа|госпожа|ministra|presidenta|présidente|embajadora|ambassadrice|mandataria|jefa|secretaria|\p{L}{4,}(?:erin|rätin|tärin|entin|legin))$/u;
export const MALE_FORM =
  /^(?:mr|monsieur|herr|herrn|sr|señor|don|le|el|he|il|él|он|г-н|господин|ministro|presidente|président|embajador|ambassadeur|mandatario|jefe|secretario)$/u;

/** Words of a body's name that are no place. */
export const BODY_WORDS =
  /^(?:ministry|ministries|ministère|ministerio|bundesministerium|ministerium|министерств\p{L}*|мид|office|offices|department|departamento|department|departement|eidgenössisches|government|gouvernement|gobierno|regierung|bundesregierung|правительств\p{L}*|president|presidency|présidence|presidencia|президент\p{L}*|prime|premier|minister|ministre|премьер|press|service|services|пресс|служб\p{L}*|канцелярия|cancillería|foreign|external|affairs|state|trade|commerce|fisheries|defence|defense|interior|the|of|for|and|de|du|des|la|le|les|l'|d'|et|y|del|von|der|des|und|für|innern|republic|république|república|republik|республик\p{L}*|federation|федераци\p{L}*|kingdom|union|européenne|étrangères|affaires|armées|transports|infrastructures|relaciones|exteriores|иностранных|дел|энергетики|экономики|wirtschaft|verkehrsministerium|auswärtiges|amt|embassy|посольств\p{L}*|embajada|ambassade|botschaft|secretary|secretariat|spokesperson|permanent|mission|в|на|in|à|en|при)$/u;

/** Countries and their people where the words differ from each other, in all five languages; each row is one. */
export const SAME_PARTY: readonly string[] = [
  'us usa american americans united états-unis américain américaine américains ee.uu estados estadounidense estadounidenses сша американск amerikanisch white госдеп washington',
  'uk britain british britons royaume-uni britannique britanniques reino británico británica великобритани британск großbritannien britisch downing london',
  'france french français française francés francesa франци французск frankreich französisch élysée quai orsay paris',
  'germany german allemagne allemand allemande alemania alemán alemana германи немецк deutschland deutsch auswärtiges bundesregierung berlin',
  'russia russian russie russe rusia ruso rusa росси российск russland russisch kremlin кремл moscow',
  'china chinese chine chinois chinoise chino china китай китайск chinesisch beijing',
  'spain spanish espagne espagnol espagnole españa español española испани испанск spanien spanisch moncloa madrid',
  'poland polish pologne polonais polonaise polonia polaco polaca польш польск polen polnisch warsaw',
  'turkey turkish türkiye turquie turc turque turquía turco turca турци турецк türkei türkisch ankara',
  'netherlands dutch pays-bas néerlandais neerlandés holanda нидерланд niederlande niederländisch',
  'ukraine ukrainian ukrainien ucrania ucraniano украин украинск ukrainisch kyiv',
  'italy italian italie italien italia italiano итали итальянск italien italienisch rome',
  'japan japanese japon japonais japón japonés япони японск japanisch tokyo',
  'greece greek grèce grec grecia griego греци греческ griechenland griechisch athens',
  'switzerland swiss suisse suiza suizo швейцари швейцарск schweiz schweizerisch bern',
];
