import { ok, refused, type Result } from '#platform/lib/result.ts'
import { ask, type Answered, betterAuthOf, type RefusalCode } from './ask.ts'
import type { BetterAuth, SignInHouse } from './better-auth.ts'
import { cookieHeaderOf } from './carry.ts'

/** A ceremony under way: what the browser is asked, and the challenge that its answer must name. */
export type Ceremony = { readonly options: string; readonly challenge: string }

/** Begins a sign-in by passkey, for whoever has one: nobody says first who they are. */
export async function beginPasskeySignIn(house: SignInHouse): Promise<Ceremony> {
  const auth = await betterAuthOf(house)
  const { headers, response } = await auth.api.generatePasskeyAuthenticationOptions({
    headers: new Headers(),
    returnHeaders: true,
  })
  return ceremonyOf(headers, { ...response, userVerification: 'required' })
}

/** Signs in with what the browser answered, as JSON. */
export async function signInByPasskey(
  house: SignInHouse,
  answer: { readonly challenge: string; readonly credential: string },
  headers: Headers,
): Promise<Result<Answered<unknown>, RefusalCode>> {
  const auth = await betterAuthOf(house)
  const response = credentialIn(answer.credential)
  const asked = withChallenge(headers, answer.challenge)
  if (response === null || asked === null) return refused('NO_CREDENTIAL')
  const body = { response }
  return ask(() =>
    auth.api.verifyPasskeyAuthentication({ body, headers: asked, returnHeaders: true }),
  )
}

/** Begins to add a passkey to the signed-in account; SESSION_NOT_FRESH long after signing in. */
export async function beginPasskey(
  house: SignInHouse,
  person: { readonly email: string; readonly displayName: string },
  headers: Headers,
): Promise<Result<Ceremony, RefusalCode>> {
  const auth = await betterAuthOf(house)
  const query = { name: person.email }
  const answer = await ask(() =>
    auth.api.generatePasskeyRegistrationOptions({ query, headers, returnHeaders: true }),
  )
  if (!answer.ok) return answer
  const { response, setCookies } = answer.value
  const user = { ...response.user, displayName: person.displayName }
  return ok(ceremonyOf(setCookies, { ...response, user }))
}

/** Adds the passkey that the browser made. */
export async function addPasskey(
  house: SignInHouse,
  answer: { readonly challenge: string; readonly credential: string; readonly name: string },
  headers: Headers,
): Promise<Result<Answered<unknown>, RefusalCode>> {
  const auth = await betterAuthOf(house)
  const response = credentialIn(answer.credential)
  const asked = withChallenge(headers, answer.challenge)
  if (response === null || asked === null) return refused('NO_CREDENTIAL')
  const body = { response, name: answer.name }
  return ask(() =>
    auth.api.verifyPasskeyRegistration({ body, headers: asked, returnHeaders: true }),
  )
}

/** The library hands its challenge out as a signed cookie; ours goes through the form, one for each page opened. */
function ceremonyOf(from: Headers | readonly string[], options: object): Ceremony {
  const setCookies = from instanceof Headers ? from.getSetCookie() : from
  const [challenge = ''] = setCookies
    .filter((cookie) => cookie.includes('passkey='))
    .map((cookie) => cookieHeaderOf([cookie]))
  return { options: JSON.stringify(options), challenge }
}

/** Null for what was never a challenge of ours: it must not become any other cookie. */
function withChallenge(headers: Headers, challenge: string): Headers | null {
  if (!/^[\w.-]+passkey=[\w%.-]+$/.test(challenge)) return null
  const carried = new Headers(headers)
  const cookie = headers.get('cookie')
  carried.set('cookie', cookie === null ? challenge : `${challenge}; ${cookie}`)
  return carried
}

type Asked = NonNullable<Parameters<BetterAuth['api']['verifyPasskeyAuthentication']>[0]>
type Credential = Asked['body']['response']

/** Only the outermost shape is looked at here: the library holds the rest against what it signed. */
function credentialIn(json: string): Credential | null {
  try {
    const credential = JSON.parse(json) as Partial<Credential> | null
    const sound = typeof credential?.id === 'string' && typeof credential.response === 'object'
    return sound ? (credential as Credential) : null
  } catch {
    return null
  }
}
