const names = ['PATH', 'HOME', 'LANG', 'TMPDIR'] as const;

/** What the programs need of the machine; nothing else of the harness's environment reaches them. */
export const ofTheMachine: Readonly<Record<string, string>> = Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
