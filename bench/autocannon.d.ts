declare module 'autocannon' {
  export type Options = {
    readonly url: string
    readonly connections: number
    /** Seconds; or as many requests as this `amount`. */
    readonly duration?: number
    readonly amount?: number
    readonly requests: readonly {
      readonly method: 'GET' | 'POST'
      readonly path: string
      readonly headers?: Record<string, string>
      readonly body?: string
      readonly setupRequest?: (request: object) => object
    }[]
  }
  export type Result = {
    readonly non2xx: number
    readonly '4xx': number
    readonly '5xx': number
    readonly errors: number
    readonly duration: number
    readonly requests: { readonly average: number }
    readonly latency: { readonly p50: number }
  }
  // oxlint-disable-next-line import/no-default-export -- the library has no other export.
  export default function autocannon(options: Options): Promise<Result>
}
