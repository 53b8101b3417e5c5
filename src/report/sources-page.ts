/** The pages of what is followed: all Sources with how they are, and one of them with its texts and looks. */
import type { Poll, SourceItem } from '#record/index.js';
import { textLink } from './desk-links.js';
import { type DeskOptions, deskPage } from './desk-pages.js';
import { safe } from './display-text.js';
import { FOLLOWING_WORDS as SAY, HEALTH_WORDS } from './following-page-words.js';
import type { DrawnSource } from './following-terminal.js';
import {
  HEALTH_SIGNS,
  isWell,
  KIND_NAMES,
  OUTCOME_WORDS,
  sayAgo,
  sayDue,
  sayInstant,
  sayRhythm,
  sayStretch,
} from './following-words.js';
import { html, type Markup } from './markup.js';
import { numeral, sayDay } from './say-when.js';

/** Whether the server looks by itself, and what kept it from looking. */
export interface WatchView {
  readonly on: boolean;
  readonly trouble: string | null;
}

/** All that is followed. */
export function drawSourcesPage(
  {
    sources,
    now,
    watching,
  }: { readonly sources: readonly DrawnSource[]; readonly now: number; readonly watching: WatchView },
  options: DeskOptions = {},
): string {
  const going = sources.filter(({ source }) => source.ended === null);
  const troubled = going.filter(({ health }) => !isWell(health)).length;
  return deskPage(
    '/sources',
    SAY.sources,
    html`<p class="sub">${SAY.sourcesHelp} ${watching.on ? SAY.watching : SAY.notWatching}</p>
${watching.trouble !== null && html`<p class="banner">${safe(watching.trouble)}</p>`}
${sources.length > 0 && html`<ul class="strip"><li class="verdict">${SAY.sourcesSum(going.length, troubled)}</li><li><a href="/follow">${SAY.followOne}</a></li><li><a href="/changes">${SAY.changes}</a></li></ul>`}
${
  sources.length === 0
    ? html`<section class="sheet" id="findings"><p>${SAY.noSources} <a href="/follow">${SAY.followOne}</a></p></section>`
    : html`<section class="sheet" id="findings"><table class="sources"><thead><tr>${SAY.columns.map((name) => html`<th scope="col">${name}</th>`)}<th scope="col"><span class="vh">${SAY.acts.look}</span></th></tr></thead><tbody>${sources.map((listed) => row(listed, now))}</tbody></table></section>`
}`,
    options,
  );
}

function row(listed: DrawnSource, now: number): Markup {
  const { source, health, next } = listed;
  const { state } = source;
  const notes = troubles(listed, now);
  const cell = (name: string, words: Markup | string): Markup => html`<td data-name="${name}">${words}</td>`;
  const [, how, fresh, looked, due, texts] = SAY.columns;
  return html`<tr><th scope="row"><a href="/sources/${source.reference}" dir="auto">${safe(source.name)}</a><span class="small">${KIND_NAMES[source.recipe.kind]} · <bdi>${safe(hostOf(source.address))}</bdi></span>${notes.map((note) => html`<span class="trouble">${note}</span>`)}</th>${cell(how, healthMark(listed))}${cell(fresh, sayAgo(state.lastNew, now))}${cell(looked, sayAgo(state.lastLook, now))}${cell(due, health === 'ended' || health === 'paused' ? SAY.never : sayDue(next, now))}${cell(texts, SAY.held(source.held, source.items))}<td class="now">${act(source.reference, health === 'paused' ? 'resume' : health === 'ended' ? null : 'look')}</td></tr>`;
}

/** How a Source is: a sign and words, so that colour is never the only carrier. */
export function healthMark({ health }: Pick<DrawnSource, 'health'>): Markup {
  return html`<span class="health ${isWell(health) ? 'well' : 'ill'}"><span class="mark" aria-hidden="true">${HEALTH_SIGNS[health]}</span>${HEALTH_WORDS[health]}</span>`;
}

/** A button that does something with a Source. */
function act(reference: string, name: keyof typeof SAY.acts | null): Markup | false {
  return (
    name !== null &&
    html`<form method="post" action="/sources/${reference}"><button name="act" value="${name}">${SAY.acts[name]}</button></form>`
  );
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address;
}

/** What is wrong with a Source, in sentences. */
export function troubles(
  { source, health, rhythm, silence, removed, doubted }: DrawnSource,
  now: number,
): readonly string[] {
  const { state } = source;
  const ill = !isWell(health);
  const late = health === 'late' && silence !== null && rhythm !== null;
  return [
    ...(late ? [SAY.silent(sayRhythm(rhythm), sayStretch(now - (state.lastNew ?? now)))] : []),
    ...(ill && state.problem !== null ? [safe(state.problem)] : []),
    ...(health === 'empty' && state.problem === null ? [SAY.listsNothing] : []),
    ...(ill && !late && state.lastRead !== null ? [SAY.lastRead(sayInstant(state.lastRead))] : []),
    ...(removed > 0 ? [SAY.removed(removed)] : []),
    ...(doubted > 0 ? [SAY.doubted(doubted)] : []),
    ...state.missed.slice(0, 3).map(({ from, to }) => SAY.gap(momentOrNumber(from), momentOrNumber(to))),
  ];
}

function momentOrNumber(written: string): string {
  return /^\d+$/.test(written) ? SAY.number(written) : sayInstant(Date.parse(written));
}

const MOST_ODD = 30;

/** One Source: what is wrong, what may be done, where its texts stand, the last looks, and how it is read. */
export function drawSourcePage(
  report: DrawnSource & {
    readonly items: readonly SourceItem[];
    readonly polls: readonly Poll[];
    readonly now: number;
    /** The recipe as the text of a file. */
    readonly recipe: string;
  },
  options: DeskOptions = {},
): string {
  const { source, health, items, polls, now, rhythm, recipe } = report;
  const { reference, state } = source;
  const notes = troubles(report, now);
  const odd = items.filter(({ standing }) => standing.misses > 0 || !/^(present|not checked)/.test(standing.outcome));
  const acts: (keyof typeof SAY.acts)[] =
    health === 'ended' ? [] : health === 'paused' ? ['resume', 'remove'] : ['look', 'pause', 'remove'];
  const facts: readonly (readonly [string, Markup | string])[] = [
    [SAY.facts.address, html`<a href="${source.address}" rel="noreferrer" dir="ltr">${safe(source.address)}</a>`],
    [SAY.facts.kind, KIND_NAMES[source.recipe.kind]],
    [SAY.facts.since, sayInstant(source.since)],
    [SAY.facts.rhythm, rhythm === null ? SAY.rhythmUnknown : SAY.everyStretch(sayRhythm(rhythm))],
    [SAY.facts.next, health === 'ended' || health === 'paused' ? SAY.never : sayDue(report.next, now)],
    [SAY.facts.planned, numeral(report.waiting)],
  ];
  return deskPage(
    '/sources',
    source.name,
    html`<ul class="strip"><li class="verdict">${healthMark(report)}</li><li>${SAY.columns[2]} ${sayAgo(state.lastNew, now)}</li><li>${SAY.columns[3]} ${sayAgo(state.lastLook, now)}</li><li><a href="/texts?source=${encodeURIComponent(source.name)}">${SAY.textsHeld(source.held, source.items)}</a></li><li><a href="/changes?source=${reference}&amp;all=1">${SAY.itsChanges}</a></li></ul>
${notes.map((note) => html`<p class="banner">${note}</p>`)}
<div class="cols source-cols"><div>
${
  odd.length > 0 &&
  html`<section class="sheet"><h2>${SAY.oddTexts}</h2><ul class="plain odd">${odd.slice(0, MOST_ODD).map(oddText)}</ul>${odd.length > MOST_ODD && html`<p class="small">${SAY.andMore(odd.length - MOST_ODD)}</p>`}</section>`
}
<section class="sheet" id="findings"><h2>${SAY.looks}</h2>${byDay(polls).map(
      ([day, looked]) =>
        html`<h3 class="besides">${sayDay(day)}, UTC</h3><ul class="plain looks">${looked.map((poll) => look(poll, items))}</ul>`,
    )}</section>
</div><div>
<section class="sheet"><dl class="facts">${facts.map(([name, words]) => html`<dt>${name}</dt><dd>${words}</dd>`)}</dl>
<div class="acts-row">${acts.map((name) => act(reference, name))}</div><p class="small">${SAY.removeSure}</p></section>
<section class="sheet"><h2>${SAY.recipe}</h2><p class="small"><a href="/follow?source=${reference}">${SAY.mend}</a></p><details><summary>${SAY.recipeFile}</summary><p class="small">${SAY.recipeFileHelp}</p><pre class="questions" tabindex="0">${recipe}</pre></details></section>
</div></div>`,
    options,
  );
}

/** Looks by their day, in their order. */
function byDay(polls: readonly Poll[]): (readonly [day: string, looks: readonly Poll[]])[] {
  const days = new Map<string, Poll[]>();
  for (const poll of polls) {
    const day = new Date(poll.at).toISOString().slice(0, 10);
    days.set(day, [...(days.get(day) ?? []), poll]);
  }
  return [...days];
}

function oddText({ key, title, document, standing }: SourceItem): Markup {
  const { outcome, since, lastSeen, misses } = standing;
  const removed = outcome === 'gone' || outcome === 'absent';
  const words = [
    `${OUTCOME_WORDS[outcome]} ${SAY.since(sayInstant(since))}`,
    lastSeen === null ? SAY.neverSeen : SAY.seen(sayInstant(lastSeen)),
    ...(misses > 0 && !removed ? [SAY.missed(misses)] : []),
  ];
  return html`<li>${document === null ? html`<span dir="auto">${safe(title ?? key)}</span>` : html`<a href="${textLink(document)}" dir="auto">${safe(title ?? key)}</a>`}<span class="small">${words.join(', ')}</span></li>`;
}

function look({ at, item, outcome, detail }: Poll, items: readonly SourceItem[]): Markup {
  const known = item === null ? null : items.find(({ key }) => key === item);
  const what = item === null ? SAY.thePlace : (known?.title ?? item);
  const quiet = outcome.startsWith('present') || outcome === 'moved';
  const word = item === null && outcome === 'present-changed' ? SAY.somethingNew : OUTCOME_WORDS[outcome];
  const moment = new Date(at).toISOString();
  return html`<li><time datetime="${moment}">${moment.slice(11, 16)}</time><b class="${quiet ? '' : 'ill'}">${word}</b><span><span dir="auto">${safe(what)}</span> <span class="small">${safe(detail)}</span></span></li>`;
}
