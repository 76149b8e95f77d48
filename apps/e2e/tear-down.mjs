export default async function tearDown() {
  await globalThis.lynkifyInstallation?.remove();
}
