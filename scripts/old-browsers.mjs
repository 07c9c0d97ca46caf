#!/usr/bin/env node
// Unpacks the old Chromiums of package-lock.json into .tools/, unless these versions are there already.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';

const project = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const BROWSERS = [
  { package: 'chrome-aws-lambda', folder: 'chromium-78' },
  { package: '@sparticuz/chromium', folder: 'chromium-109' },
];

for (const browser of BROWSERS) {
  const source = join(project, 'node_modules', browser.package);
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
  const target = join(project, '.tools', browser.folder);
  const stamp = join(target, 'unpacked');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === version) continue;
  console.log(`unpacking ${browser.package} ${version} into ${target}`);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const name of readdirSync(join(source, 'bin')).filter((name) => name.endsWith('.br'))) {
    const unpacked = join(target, name.slice(0, -'.br'.length));
    writeFileSync(unpacked, brotliDecompressSync(readFileSync(join(source, 'bin', name))), { mode: 0o755 });
    if (unpacked.endsWith('.tar')) {
      execFileSync('tar', ['-xf', unpacked], { cwd: target });
      rmSync(unpacked);
    }
  }
  writeFileSync(stamp, version);
}
