// Requests to the addresses below `work/`. An answer is {status, body}; status 0 is a server that cannot be reached.

export class Server {
  constructor(root, token) {
    this.root = root;
    this.token = token;
  }

  async send({ method = "GET", path = "", query = null, body = null, ifMatch = null, key = null }) {
    const headers = { Accept: "application/json", "X-CSRFToken": this.token() };
    if (body !== null) headers["Content-Type"] = "application/json";
    if (ifMatch !== null) headers["If-Match"] = `"${ifMatch}"`;
    if (key !== null) headers["Idempotency-Key"] = key;
    const address = this.root + path + (query ? `?${new URLSearchParams(query)}` : "");
    const how = { method, headers, credentials: "same-origin", body: body === null ? undefined : JSON.stringify(body) };
    try {
      return await answerOf(await fetch(address, how));
    } catch {
      return { status: 0, body: null };
    }
  }

  async results(path, query) {
    const { status, body } = await this.send({ path, query });
    return status === 200 ? body.results : null;
  }
}

async function answerOf(response) {
  const type = response.headers.get("Content-Type") ?? "";
  const content = await response.text(); // a 204 has a type but no content
  const body = type.includes("json") && content ? JSON.parse(content) : null;
  return { status: response.status, body };
}
