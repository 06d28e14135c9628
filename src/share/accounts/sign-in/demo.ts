import type { Result } from '#platform/lib/result.ts'
import { ask, type Answered, betterAuthOf, type RefusalCode } from './ask.ts'
import type { SignInHouse } from './better-auth.ts'

/** Signs in a demo person without any proof; throws where this is no demo. */
export async function signInDemoPerson(
  house: SignInHouse,
  accountId: string,
  headers: Headers,
): Promise<Result<Answered<unknown>, RefusalCode>> {
  if (!house.config.demo) throw new Error('Nobody signs in without proof outside a demo')
  const auth = await betterAuthOf(house)
  return ask(() => auth.api.demo({ body: { accountId }, headers, returnHeaders: true }))
}
