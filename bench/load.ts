import autocannon from 'autocannon'

/** Requests a second over `seconds`, each of `addresses` in turn, with ten connections; throws where one is not 200. */
export async function rate(
  base: string,
  addresses: readonly string[],
  cookie: string,
  seconds = 2,
): Promise<number> {
  const headers = cookie === '' ? {} : { cookie }
  const result = await autocannon({
    url: base,
    connections: 10,
    duration: seconds,
    requests: addresses.map((path) => ({ method: 'GET' as const, path, headers })),
  })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(
      `${addresses[0]}: ${result.non2xx} answers were not 200, ${result.errors} failed`,
    )
  return result.requests.average
}

/** The median of each over `rounds` taken in turn, so that what else the machine does falls on all alike. */
export async function inTurn<Name extends string>(
  rounds: number,
  measures: Readonly<Record<Name, () => Promise<number>>>,
): Promise<Readonly<Record<Name, number>>> {
  const names = Object.keys(measures) as Name[]
  const taken = new Map<Name, number[]>(names.map((name) => [name, []]))
  for (let round = 0; round < rounds; round += 1)
    for (const name of names) taken.get(name)?.push(await measures[name]())
  return Object.fromEntries(names.map((name) => [name, median(taken.get(name) ?? [])])) as Record<
    Name,
    number
  >
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** How long one address after another takes, one at a time, in milliseconds: the median. */
export async function latency(
  base: string,
  addresses: readonly string[],
  cookie: string,
): Promise<number> {
  const taken: number[] = []
  for (const address of addresses) {
    const started = performance.now()
    const answer = await fetch(`${base}${address}`, { headers: { cookie } })
    await answer.arrayBuffer()
    if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`)
    taken.push(performance.now() - started)
  }
  return median(taken)
}
