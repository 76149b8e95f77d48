/** Folder of the fonts that pages name under `/fonts/`. A program that serves pages serves its files; their names change with their bytes. */
export const fontFolder = new URL('./fonts/', import.meta.url);
