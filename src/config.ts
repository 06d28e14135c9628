import { resolve } from 'node:path'
import { z } from 'zod'
import { Stop } from '#platform/lib/errors.ts'
import { knownAuthorities } from '#platform/reference/england.ts'

const flag = z.enum(['0', '1'], 'must be 0 or 1').optional()
const address = z.url('must be an address like https://alongside.example').optional()
const portWrong = 'must be a whole number from 0 to 65535'

const environment = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, portWrong)
    .transform(Number)
    .refine((port) => port <= 65_535, portWrong)
    .default(3000),
  HOST: z.string().min(1).default('localhost'),
  NODE_ENV: z.string().optional(),
  DATABASE_URL: z
    .string()
    .refine(namesDatabase, 'must be like postgres://user:password@host:5432/database')
    .optional(),
  ALONGSIDE_DATA: z.string().min(1).default('.data'),
  ALONGSIDE_DEMO: flag,
  ALONGSIDE_SECRET: z.string().min(32, 'must have 32 characters or more').optional(),
  ALONGSIDE_URL: address,
  ALONGSIDE_AUTHORITY: z.string().default('worcestershire'),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://')
    .optional(),
  MAIL_FROM: z.string().default('Alongside <no-reply@alongside.example>'),
  NOTIFY_API_KEY: z.string().min(1).optional(),
  NOTIFY_EMAIL_TEMPLATE: z.string().min(1).optional(),
  NOTIFY_TEXT_TEMPLATE: z.string().min(1).optional(),
  NOTIFY_URL: address,
  OIDC_ISSUER: address,
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_AUTHORITY: z.string().min(1).optional(),
  OIDC_SCOPE: z
    .string()
    .regex(/(^| )openid( |$)/, 'must have openid in it, like openid email profile')
    .default('openid email profile'),
})

/** Everything that the environment decides, read once at the start. */
export type Config = {
  readonly port: number
  readonly host: string
  readonly production: boolean
  /** Null: the embedded database. */
  readonly databaseUrl: string | null
  readonly dataFolder: string
  readonly demo: boolean
  /** Null: made once and kept in the data folder. */
  readonly secret: string | null
  /** Where people reach us, for links in messages. */
  readonly url: string
  readonly authorityCode: string
  readonly smtpUrl: string | null
  readonly mailFrom: string
  readonly notify: {
    readonly apiKey: string
    readonly emailTemplate: string
    readonly textTemplate: string
    readonly url: string | null
  } | null
  readonly oidc: {
    readonly issuer: string
    readonly clientId: string
    readonly clientSecret: string
    readonly scope: string
    /** The authority whose staff the provider knows. */
    readonly authorityCode: string
  } | null
}

/** The environment as settings; throws Stop with one readable line a fault. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(set)
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)
    throw new Stop(`Settings: ${faults.join('; ')}`, 2)
  }
  const given = parsed.data
  const production = given.NODE_ENV === 'production'
  const demo =
    given.ALONGSIDE_DEMO === undefined
      ? given.DATABASE_URL === undefined && !production
      : given.ALONGSIDE_DEMO === '1'
  if (demo && production) {
    throw new Stop(
      'Settings: ALONGSIDE_DEMO=1 is refused when NODE_ENV=production, because anyone could sign in',
      2,
    )
  }
  return {
    port: given.PORT,
    host: given.HOST,
    production,
    databaseUrl: given.DATABASE_URL ?? null,
    dataFolder: resolve(given.ALONGSIDE_DATA),
    demo,
    secret: given.ALONGSIDE_SECRET ?? null,
    url: given.ALONGSIDE_URL ?? `http://${given.HOST}:${given.PORT}`,
    authorityCode: given.ALONGSIDE_AUTHORITY,
    smtpUrl: given.SMTP_URL ?? null,
    mailFrom: given.MAIL_FROM,
    notify: notifySettings(given),
    oidc: oidcSettings(given),
  }
}

function namesDatabase(url: string): boolean {
  return /^postgres(ql)?:\/\/[^/]+\/./.test(url) && URL.canParse(url)
}

function notifySettings(given: z.output<typeof environment>): Config['notify'] {
  if (given.NOTIFY_API_KEY === undefined) return null
  if (given.NOTIFY_EMAIL_TEMPLATE === undefined || given.NOTIFY_TEXT_TEMPLATE === undefined) {
    throw new Stop(
      'Settings: NOTIFY_API_KEY needs NOTIFY_EMAIL_TEMPLATE and NOTIFY_TEXT_TEMPLATE beside it',
      2,
    )
  }
  return {
    apiKey: given.NOTIFY_API_KEY,
    emailTemplate: given.NOTIFY_EMAIL_TEMPLATE,
    textTemplate: given.NOTIFY_TEXT_TEMPLATE,
    url: given.NOTIFY_URL ?? null,
  }
}

function oidcSettings(given: z.output<typeof environment>): Config['oidc'] {
  if (given.OIDC_ISSUER === undefined) {
    if (given.OIDC_AUTHORITY === undefined) return null
    throw new Stop('Settings: OIDC_AUTHORITY needs OIDC_ISSUER beside it', 2)
  }
  if (given.OIDC_CLIENT_ID === undefined || given.OIDC_CLIENT_SECRET === undefined) {
    throw new Stop('Settings: OIDC_ISSUER needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET beside it', 2)
  }
  return {
    issuer: given.OIDC_ISSUER,
    clientId: given.OIDC_CLIENT_ID,
    clientSecret: given.OIDC_CLIENT_SECRET,
    scope: given.OIDC_SCOPE,
    authorityCode:
      given.OIDC_AUTHORITY === undefined
        ? given.ALONGSIDE_AUTHORITY
        : knownAuthority(given.OIDC_AUTHORITY),
  }
}

/** An English council that we know, so that a slip of the pen is told at the start and not at a sign-in. */
function knownAuthority(code: string): string {
  if (knownAuthorities.some((each) => each.code === code)) return code
  const advice = 'give its name in lower case, like worcestershire'
  throw new Stop(
    `Settings: OIDC_AUTHORITY "${code}" is no English council that we know: ${advice}`,
    2,
  )
}
