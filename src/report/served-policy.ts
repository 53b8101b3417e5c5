/** What served pages may do: all that pages kept as files may, whichever of them it is. */
import { ACCOUNTS_STYLE, ACCOUNTS_STYLE_DIGEST } from './accounts-style.js';
import { COMPARISON_STYLE, COMPARISON_STYLE_DIGEST } from './comparison-style.js';
import { FORMULA_STYLE, FORMULA_STYLE_DIGEST } from './formula-style.js';
import { policyWith } from './page-frame.js';
import { SHEET_STYLE, SHEET_STYLE_DIGEST } from './sheet-style.js';

/** The policy as the header of every served page. */
export const SERVED_POLICY = policyWith(
  { css: COMPARISON_STYLE, digest: COMPARISON_STYLE_DIGEST },
  { css: FORMULA_STYLE, digest: FORMULA_STYLE_DIGEST },
  { css: ACCOUNTS_STYLE, digest: ACCOUNTS_STYLE_DIGEST },
  { css: SHEET_STYLE, digest: SHEET_STYLE_DIGEST },
);
