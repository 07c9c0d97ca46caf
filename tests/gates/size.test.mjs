// What a first load takes is held (scripts/sizes.mjs). A part over its budget is held to where it is, and says so.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { line, sizes } from '../../scripts/sizes.mjs';
import { DIST } from './built.mjs';

for (const part of sizes(DIST)) {
  test(`${part.part}: at most ${part.held} bytes in brotli, its budget being ${part.most}`, (context) => {
    context.diagnostic(`size ${line(part)}`);
    assert.ok(part.files.length >= 1, `found only ${part.files}`);
    assert.ok(part.brotli <= part.held, `${part.brotli} bytes: ${part.files.join(', ')}`);
  });
}
