/** So many clients do `count` things between them, each one after the other. */
export async function clients(
  people: number,
  count: number,
  work: (n: number, client: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const one = async (client: number): Promise<void> => {
    for (let n = next++; n < count; n = next++) await work(n, client);
  };
  await Promise.all(Array.from({ length: people }, (_, client) => one(client)));
}
