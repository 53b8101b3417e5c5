// Loaded before a program under test: its calendar goes ahead of ours by SHIFT_MS, so that days pass between two runs.
const Real = Date;
const shift = Number(process.env['SHIFT_MS'] ?? 0);
globalThis.Date = class extends Real {
  constructor(...given) {
    if (given.length === 0) super(Real.now() + shift);
    else super(...given);
  }
  static now() {
    return Real.now() + shift;
  }
};
