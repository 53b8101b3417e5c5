/** Words around names: forms of address, words of office, labels that name nobody. Lower case, as printed. */

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).filter(Boolean));
}

export const HONORIFICS: ReadonlySet<string> = set(`
  mr mrs ms miss mx dr prof professor sir dame lord lady hon honourable honorable rt right the a an his her excellency he she majesty highness
  messrs madam master reverend rev father sister saint st mp mep qc kc am ac ao phd
  herr frau monsieur madame mademoiselle m mme mlle maître señor señora señorita sr sra srta don doña senhor senhora signor signora
  господин госпожа гн гжа товарищ пан пані панові г н
  先生 女士 小姐`);

export const OFFICES: ReadonlySet<string> = set(`
  president premier prime minister ministers foreign secretary chancellor treasurer speaker chair chairman chairwoman chairperson governor mayor
  senator congressman congresswoman representative rep sen gov gen general colonel col major captain capt lieutenant admiral marshal commander
  commissioner director chief head deputy vice acting former ex then spokesman spokeswoman spokesperson ambassador envoy special consul attaché
  king queen prince princess emperor sultan emir sheikh pope archbishop bishop cardinal patriarch judge justice attorney counsel
  undersecretary assistant principal permanent high leader opposition defence defense finance trade interior home justice health education energy
  affairs state press national security adviser advisor council economy economic agriculture transport minister-president chargé
  moderator interviewer presenter host harbour master official officer
  präsident präsidentin kanzler kanzlerin bundeskanzler bundeskanzlerin minister ministerin außenminister außenministerin sprecher sprecherin
  botschafter botschafterin regierungssprecher bundespräsident vorsitzender vorsitzende
  président présidente ministre premier première porte parole ambassadeur ambassadrice secrétaire général générale
  presidente presidenta ministro ministra canciller portavoz embajador embajadora secretario secretaria
  президент премьер премьерминистр министр иностранных дел пресссекретарь секретарь представитель официальный посол председатель заместитель
  прем'єр міністр міністра речник речниця президента голова посол
  总统 主席 总理 外长 部长 发言人 大使`);

/** Words of office that are surnames too: where a name or "Mr" stands before them, and nothing after. */
export const SURNAMES: ReadonlySet<string> = set(
  `bishop king prince pope judge justice marshal major speaker chancellor chamberlain harbour home high officer foreign cardinal parole moderator`,
);

/** Words that tie an office to what it is of. */
export const OFFICE_LINKS: ReadonlySet<string> = set(
  `of for to and in at on by from s de du des la le les l der die das den des für von del los las и при по із з у`,
);

/** Words of office that say the same. */
export const SAME_OFFICE: Readonly<Record<string, string>> = {
  spokeswoman: 'spokesman',
  spokesperson: 'spokesman',
  chairwoman: 'chairman',
  chairperson: 'chairman',
  chair: 'chairman',
  defense: 'defence',
  congresswoman: 'congressman',
  advisor: 'adviser',
  premier: 'prime',
  affairs: 'foreign',
};

/** Labels and descriptions that name nobody. */
export const NOBODY: ReadonlySet<string> = set(`
  question questions q answer reporter reporters journalist journalists correspondent interviewer moderator presenter host inaudible unidentified
  unknown voice audience member participant media press
  вопрос вопросы журналист корреспондент ведущий модератор реплика питання журналіст
  frage reporter journalist moderator question journaliste pregunta periodista
  记者 问 提问 主持人`);
