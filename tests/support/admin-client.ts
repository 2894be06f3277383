import { ask, type SiteAnswer } from './http.ts';

interface AdminAnswer<T> {
  status: number;
  body: T;
}

/** Signed-in access to the CMS's admin API, as the panel in the browser has it. */
export class AdminClient {
  readonly #port: number;
  readonly #token: string;

  private constructor(port: number, token: string) {
    this.#port = port;
    this.#token = token;
  }

  /** @throws Error if the CMS refuses the login. */
  static async signIn(port: number, email: string, password: string): Promise<AdminClient> {
    const answer = await ask(port, 'localhost', '/admin/login', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    const { data } = JSON.parse(answer.text) as { data?: { token?: string } };
    if (data?.token === undefined) throw new Error(`Sign-in of ${email} failed: ${answer.text}`);
    return new AdminClient(port, data.token);
  }

  /** Calls any route of the admin API; `body` goes out as JSON. */
  async call<T>(method: string, path: string, body?: unknown): Promise<AdminAnswer<T>> {
    const answer: SiteAnswer = await ask(this.#port, 'localhost', path, {
      method,
      headers: { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return {
      status: answer.status,
      body: (answer.text === '' ? null : JSON.parse(answer.text)) as T,
    };
  }
}
