// What axe, which has been loaded before, finds in the page by one rule, or by all of them where none is named.
const [rule, done] = arguments;
const rules = rule ? { runOnly: [rule] } : { rules: { 'target-size': { enabled: true } } };
const sentence = ({ id, help, nodes }) => {
  const places = nodes.slice(0, 3).map(node => node.target.join(' '));
  return `${id}: ${help}, ${nodes.length} times: ${places.join(' | ')}`;
};
axe.run(document, { resultTypes: ['violations'], ...rules }).then(
  result => done(result.violations.map(sentence)),
  error => done([`axe failed: ${error}`]),
);
