/**
 * Reads JSON from an address.
 *
 * @throws Error if there is no answer, or one that is no JSON or means failure.
 */
export async function readJson(address: string, init: RequestInit = {}): Promise<unknown> {
  const response = await fetch(address, init);
  if (!response.ok) throw new Error(`${address} answers ${response.status}.`);
  return response.json();
}
