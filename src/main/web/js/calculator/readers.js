/**
 * The script that reads a configuration: the first that has its type and that of the decoder inside, or the type alone,
 * or, of a type that none has, the decoder alone; the first of all says of any other why it is not read.
 */
export function scriptOf(readers, value) {
  const inside =
    value.text_config ?? value.llm_config ?? value.language_config ?? value.thinker_config?.text_config ?? null;
  const types = [value.model_type, inside?.model_type].map(String);
  const scripts = Object.keys(readers);
  const has = (script, type) => readers[script].split(' ').includes(type);
  return (
    scripts.find(script => types.every(type => has(script, type))) ??
    scripts.find(script => has(script, types[0])) ??
    scripts.find(script => has(script, types[1])) ??
    scripts[0]
  );
}

/** All types that the scripts read, sorted. */
export const knownTypes = readers => [...new Set(Object.values(readers).flatMap(types => types.split(' ')))].sort();
