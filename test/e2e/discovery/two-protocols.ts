/** A program that says which HTTP it was spoken to: only HTTP/2 on 8080, without TLS, and only HTTP/1 on 8081. */
export const twoProtocols = `
const say = ({ httpVersion }, answer) => answer.end(httpVersion);
require("node:http2").createServer(say).listen(8080);
require("node:http").createServer(say).listen(8081);
`;
