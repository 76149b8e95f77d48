export default async function tearDown() {
  for (const end of globalThis.lynkifyEnds.reverse()) await end();
}
