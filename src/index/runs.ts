/** Runs of agreeing words, in columns that grow and are used again: nothing is allocated for each run. */
export class Runs {
  size = 0;
  /** Index of the segment. */
  segment = new Uint16Array(1024);
  /** Position of the first word in the segment. */
  position = new Uint32Array(1024);
  /** Number of the first word among those looked for. */
  from = new Uint32Array(1024);
  /** Number of words. */
  length = new Uint32Array(1024);

  clear(): void {
    this.size = 0;
  }

  add(segment: number, position: number, from: number, length: number): void {
    const at = this.size++;
    if (at === this.position.length) this.#grow();
    this.segment[at] = segment;
    this.position[at] = position;
    this.from[at] = from;
    this.length[at] = length;
  }

  #grow(): void {
    const room = this.position.length * 2;
    const { segment, position, from, length } = this;
    (this.segment = new Uint16Array(room)).set(segment);
    (this.position = new Uint32Array(room)).set(position);
    (this.from = new Uint32Array(room)).set(from);
    (this.length = new Uint32Array(room)).set(length);
  }
}
