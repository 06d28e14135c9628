import autocannon from 'autocannon'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { newId } from '#platform/lib/ids.ts'
import { allScopes } from '#share/systems/scopes.ts'
import { asOwner, type County } from './counties.ts'
import { inTurn, rate } from './load.ts'
import { startServer } from './serving.ts'

/** How often FHIR reads and searches are answered against the floor, as a hub's system with a token. */
export async function measureFhir(
  counties: readonly County[],
  say: (line: string) => void,
): Promise<void> {
  for (const county of counties) {
    const { address, stop } = await startServer(county.url)
    try {
      say(`\nFHIR, ${county.size} times the county`)
      const token = await tokenAt(address, county)
      for (const [name, addresses] of Object.entries(await asked(county))) {
        const rates = await inTurn(5, {
          fhir: () => rateWith(token, address, addresses),
          floor: () => rate(address, ['/api/floor'], ''),
        })
        say(
          `  ${name.padEnd(22)} one for ${(rates.floor / rates.fhir).toFixed(1).padStart(4)} floors, ${rates.fhir.toFixed(0)} a second`,
        )
      }
    } finally {
      await stop()
    }
  }
}

/** Two hundred carers of the register: read by their ids, searched for by number, by name and birth, and as a list. */
async function asked(county: County): Promise<Readonly<Record<string, readonly string[]>>> {
  const { rows } = await asOwner(county.url, (owner) =>
    owner.query<Record<'id' | 'family' | 'born' | 'reference', string>>(
      `select p.id, p.family_name as family, p.date_of_birth::text as born, p.reference
         from person p join registration r on r.authority_id = p.authority_id and r.person_id = p.id
        where r.kind = 'adult_carer' and r.ended_on is null and p.merged_into is null and p.date_of_birth is not null
        order by md5(p.id::text) limit 200`,
    ),
  )
  const query = (words: Readonly<Record<string, string>>) => new URLSearchParams(words).toString()
  return {
    'read a Patient': rows.map(({ id }) => `/fhir/r4/Patient/${id}`),
    'read a Flag': rows.map(({ id }) => `/fhir/r4/Flag/${id}`),
    'search by identifier': rows.map(
      ({ reference }) => `/fhir/r4/Patient?${query({ identifier: reference })}`,
    ),
    'search by name and day': rows.map(
      ({ family, born }) => `/fhir/r4/Patient?${query({ family, birthdate: born })}`,
    ),
    'a page of twenty': rows.map(
      ({ id }) => `/fhir/r4/Patient?${query({ _count: '20', _after: id })}`,
    ),
  }
}

/** Requests a second with a token; throws where one is not 200. */
async function rateWith(
  token: string,
  base: string,
  addresses: readonly string[],
): Promise<number> {
  const headers = { authorization: `Bearer ${token}` }
  const result = await autocannon({
    url: base,
    connections: 10,
    duration: 2,
    requests: addresses.map((path) => ({ method: 'GET' as const, path, headers })),
  })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${addresses[0]}: ${result.non2xx} answers were not 200`)
  return result.requests.average
}

/** A system of the hub's, registered for this run, and a token for it as any system gets one. */
async function tokenAt(address: string, { url }: County): Promise<string> {
  const { privateKey, publicKey } = await generateKeyPair('ES384')
  const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: 'bench' }] }
  const id = newId()
  await asOwner(url, (owner) =>
    owner.query(
      `insert into registered_system (authority_id, id, organisation_id, name, duties, scopes, public_keys, registered_at)
       select authority_id, $1, id, 'Benchmark', '{adviser}', $2, $3, now() from organisation where kind = 'hub' limit 1`,
      [id, allScopes, JSON.stringify(keys)],
    ),
  )
  const smart = await fetch(`${address}/fhir/r4/.well-known/smart-configuration`)
  const { token_endpoint: audience } = (await smart.json()) as { token_endpoint: string }
  const assertion = await new SignJWT({ iss: id, sub: id, aud: audience, jti: newId() })
    .setProtectedHeader({ alg: 'ES384', kid: 'bench' })
    .setExpirationTime('4m')
    .sign(privateKey)
  const bought = await fetch(`${address}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
    }),
  })
  const { access_token: token } = (await bought.json()) as { access_token?: string }
  if (token === undefined) throw new Error(`no token for the benchmark: ${bought.status}`)
  return token
}
