/** Injection token of the process's Life: whether it is about to end. */
export const LIFE = Symbol('life');
