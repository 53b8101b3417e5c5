/**
 * Building the index from plain text (T8) and its size (T9), at a million and ten million generated sentences. The
 * time in which the texts are generated is not counted. What is built is kept for the parts that search it.
 */
import { encodeDictionary, encodeSegment } from '#index/index.js';
import { ARCHIVE_SEED, buildEngine, bytesInMemory, generatedTexts, keepEngine } from './engine.js';
import { type Engine } from './locate.js';
import { circumstances, costOf, memoryOf, say, writeResults } from './results.js';

export interface BuildResult {
  readonly sentences: number;
  readonly texts: number;
  readonly words: number;
  readonly distinctWords: number;
  readonly segments: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** Of which cutting and numbering the words, and ordering the places. */
  readonly cutSeconds: number;
  readonly orderSeconds: number;
  readonly wordsPerSecond: number;
  readonly bytesPerWordOnDisk: number;
  readonly bytesPerWordInMemory: number;
  readonly peakMegabytes: number;
}

export async function measureBuild(
  sentences: number,
): Promise<{ readonly engine: Engine; readonly result: BuildResult }> {
  const { engine, built } = await buildEngine(generatedTexts(sentences));
  const { segments, dictionary } = engine;
  const disk = [encodeDictionary(dictionary), ...segments.map((segment) => encodeSegment(segment))]
    .flat()
    .reduce((sum, { byteLength }) => sum + byteLength, 0);
  const words = Object.values(dictionary.parts()).reduce((sum, part) => sum + part.byteLength, 0);
  const memory = segments.reduce((sum, segment) => sum + bytesInMemory(segment), words);
  const ms = built.cut.ms + built.build.ms;
  return {
    engine,
    result: {
      sentences,
      texts: built.texts,
      words: built.words,
      distinctWords: dictionary.size,
      segments: segments.length,
      seconds: rounded(ms / 1000),
      cpuSeconds: rounded((built.cut.cpuMs + built.build.cpuMs) / 1000),
      cutSeconds: rounded(built.cut.ms / 1000),
      orderSeconds: rounded(built.build.ms / 1000),
      wordsPerSecond: Math.round(built.words / (ms / 1000)),
      bytesPerWordOnDisk: rounded(disk / built.words),
      bytesPerWordInMemory: rounded(memory / built.words),
      peakMegabytes: memoryOf().peak,
    },
  };
}

export async function run(): Promise<void> {
  const about = circumstances('npm run bench -- build');
  const sizes: BuildResult[] = [];
  for (const sentences of [1e6, 1e7]) {
    say(`${sentences} sentences`);
    const { engine, result } = await measureBuild(sentences);
    say(
      `${result.words} words in ${result.seconds} s: ${(result.wordsPerSecond / 1e6).toFixed(2)} M words/s; ${result.bytesPerWordOnDisk} bytes a word on disk, ${result.bytesPerWordInMemory} in memory`,
    );
    const { ms } = costOf(() => keepEngine(engine, sentences));
    say(`kept in ${(ms / 1000).toFixed(1)} s`);
    sizes.push(result);
  }
  writeResults('build', { ...about, seed: ARCHIVE_SEED, sizes });
}

function rounded(value: number): number {
  return Number(value.toFixed(2));
}
