/**
 * What the commands in package.json share. Nothing here needs an installed dependency: it brings them in.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What a build that fails may have to say. */
const OUTPUT_BYTES_MAX = 64 * 1024 * 1024;

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Ends the process with one sentence on standard error. */
export function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** Ends the process unless Node is new enough for the dependencies. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail(`Duixian needs Node.js 20.19 or later; this is ${process.versions.node}. Install one from https://nodejs.org.`);
}

/**
 * Runs a program in the workspace's root to its end; answers its exit status. With `quiet` what it prints is shown only
 * if it fails, and on standard error, which leaves standard output to the command's own answer.
 */
export function run(program, args, { quiet = false, env = {} } = {}) {
  const { status, error, stdout, stderr } = spawnSync(program, args, {
    cwd: root,
    stdio: quiet ? ['inherit', 'pipe', 'pipe'] : 'inherit',
    maxBuffer: OUTPUT_BYTES_MAX,
    env: { ...process.env, ...env },
  });
  if (error !== undefined) fail(`${program} could not be run: ${error.message}`);
  if (quiet && status !== 0) process.stderr.write(Buffer.concat([stdout, stderr]));
  return status ?? 1;
}

/** Runs a JavaScript file that a dependency brings, such as `eslint/bin/eslint.js`. */
export function runTool(file, args, options) {
  return run(process.execPath, [join('node_modules', file), ...args], options);
}

/** Installs from the lock file whatever is missing or differs from it. */
export function ensureInstalled({ quiet = false } = {}) {
  const stamp = join(root, 'node_modules', '.duixian-installed');
  const wanted = hash(readFileSync(join(root, 'package-lock.json')));
  if (readOptional(stamp) === wanted) return;
  if (!isInstalled()) {
    if (!quiet) process.stdout.write('Installing what is missing …\n');
    const npm = process.env.npm_execpath;
    const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
    const options = { quiet: true };
    const status = npm === undefined ? run('npm', args, options) : run(process.execPath, [npm, ...args], options);
    if (status !== 0) fail('The dependencies could not be installed; npm says why above.');
  }
  writeFileSync(stamp, wanted);
}

/** Compares the lock file with npm's own record of what it installed, so that a manual `npm ci` counts. */
function isInstalled() {
  const record = readOptional(join(root, 'node_modules', '.package-lock.json'));
  if (record === null) return false;
  const installed = JSON.parse(record).packages;
  const locked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(locked).every(([path, entry]) => {
    if (!path.startsWith('node_modules/') || entry.link === true) return true;
    const found = installed[path];
    return found === undefined ? isOptional(entry) : found.version === entry.version;
  });
}

function isOptional(entry) {
  return entry.optional === true || entry.devOptional === true || entry.peer === true;
}

/**
 * Builds the named projects, such as `apps/api`, and what they use, if a source changed since the last time. When
 * nothing changed it only looks at the files' dates, which takes milliseconds.
 */
export function ensureBuilt(projects, { quiet = false } = {}) {
  const stamp = join(root, '.nx', `built-${projects.join('+').replaceAll('/', '-')}`);
  const folders = new Set(projects.flatMap(withDependencies));
  const state = hash([...folders].sort().map(describeProject).join('\n'));
  const present = [...folders].every((folder) => existsSync(join(root, folder, 'dist')));
  if (present && readOptional(stamp) === state) return;
  if (!quiet) process.stdout.write('Building what changed …\n');
  if (build(projects, { quiet: true }) !== 0) fail('The build failed; the compiler says why above.');
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, state);
}

/** Builds the named projects, or all; answers the exit status. */
export function build(projects, { quiet = false } = {}) {
  const names = projects.map((project) => `@duixian/${project.split('/').at(-1)}`);
  const only = names.length === 0 ? [] : [`--projects=${names.join(',')}`];
  return runTool('nx/dist/bin/nx.js', ['run-many', '--target=build', '--output-style=static', ...only], { quiet });
}

function withDependencies(folder) {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(
    readFileSync(join(root, folder, 'package.json'), 'utf8'),
  );
  const names = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => name.startsWith('@duixian/'));
  const libs = names.map((name) => name.replace('@duixian/', 'libs/')).filter((lib) => lib !== folder);
  return [folder, ...libs.flatMap((lib) => (lib === 'libs/testing' ? [] : withDependencies(lib)))];
}

function describeProject(folder) {
  const shared = ['tsconfig.base.json', 'package-lock.json'].map((file) => describeFile(join(root, file)));
  return [...shared, ...describeFolder(join(root, folder))].join('\n');
}

function describeFolder(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return isOutput(entry.name) ? [] : describeFolder(path);
    return /\.spec\.tsx?$/.test(entry.name) ? [] : [describeFile(path)];
  });
}

function isOutput(name) {
  return name === 'dist' || name === 'node_modules';
}

function describeFile(path) {
  const { mtimeMs, size } = statSync(path);
  return `${path} ${mtimeMs} ${size}`;
}

function hash(content) {
  return createHash('sha256').update(content).digest('hex');
}

function readOptional(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

/** Runs a long-lived program, hands on the signals that ask this one to end, and ends as it ends. */
export function become(program, args, { env = {} } = {}) {
  const child = spawn(program, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => fail(`${program} could not be started: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(signal === null ? (code ?? 1) : 1));
}
