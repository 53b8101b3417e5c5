/**
 * Names of countries and of the cities that stand for governments, to tell a place from a name. Countries come from
 * the Unicode CLDR names that the runtime carries, in the language of the text and in English.
 */
import { foldWord, stem } from '#text/index.js';

const CITIES =
  'Washington Moscow Kremlin Beijing Kyiv Kiev Kharkiv Kharkov Odesa Odessa Donetsk Luhansk Kherson Crimea Donbas London Paris Berlin Brussels ' +
  'Rome Madrid Lisbon Vienna Geneva Warsaw Prague Budapest Bucharest Sofia Athens Ankara Istanbul Tbilisi Yerevan Baku Minsk Vilnius Riga ' +
  'Tallinn Helsinki Stockholm Oslo Copenhagen Dublin Belgrade Zagreb Sarajevo Skopje Tirana Pristina Chisinau Tehran Baghdad Damascus Beirut ' +
  'Jerusalem Gaza Riyadh Doha Cairo Tripoli Tunis Algiers Rabat Khartoum Nairobi Abuja Pretoria Delhi Islamabad Kabul Dhaka Colombo Bangkok ' +
  'Hanoi Manila Jakarta Singapore Tokyo Seoul Pyongyang Taipei Canberra Sydney Melbourne Wellington Ottawa Havana Caracas Bogota Brasilia Lima ' +
  'Santiago Europe Asia Africa America Mariupol Москва Киев Київ Вашингтон Донецк Луганск Херсон Харьков Харків Одесса Одеса Крым Крим Донбасс ' +
  'Донбас Брюссель Лондон Париж Берлин Берлін Варшава Стамбул Женева Минск Мінськ Москві Кремль Paris Londres Moscou Pékin Bruxelles Moscú Pekín Londres ' +
  'Moskau Peking Brüssel Kiew';

const A = 65;

/** Folded names and stems of places, in the given language and in English. */
export function placesOf(language: string): ReadonlySet<string> {
  const places = new Set<string>();
  const add = (name: string): void => {
    // A name of several words is made of words that mean other things by themselves.
    if (/[\s()]/.test(name)) return;
    const folded = foldWord(name);
    places.add(folded);
    places.add(stem(folded, language));
  };
  for (const city of CITIES.split(' ')) add(city);
  const names = [language, 'en'].flatMap((tag) => {
    try {
      return [new Intl.DisplayNames([tag], { type: 'region', fallback: 'none' })];
    } catch {
      return [];
    }
  });
  for (let i = 0; i < 26; i++) {
    for (let j = 0; j < 26; j++) {
      const code = String.fromCharCode(A + i, A + j);
      for (const list of names) {
        const name = list.of(code);
        if (name) add(name);
      }
    }
  }
  return places;
}
