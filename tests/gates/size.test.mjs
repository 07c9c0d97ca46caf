// The budgets of a first load are held (scripts/sizes.mjs).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { line, sizes } from '../../scripts/sizes.mjs';
import { DIST } from './built.mjs';

for (const part of sizes(DIST)) {
  test(`${part.part}: at most ${part.most} bytes in brotli`, (context) => {
    context.diagnostic(`size ${line(part)}`);
    assert.ok(part.files.length >= 2, `found only ${part.files}`);
    assert.ok(part.brotli <= part.most, `${part.brotli} bytes: ${part.files.join(', ')}`);
  });
}
