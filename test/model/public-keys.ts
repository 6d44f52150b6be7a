/** Public halves of keys that nobody has kept. */
export const rsaKey = {
  kty: "RSA",
  kid: "a",
  n: "u4Mo1mzC-wt4GpMqzHUZZQ8yKHnI0DBkROOyF4bQLGAC_W4Xae152gmR4HLb44DCD5f8-M8tPIU6UImHeBrLaKmEQ2nV30Cx38zErD0fRB--v-U7JPJaiqJFJnkQAgXB4tHUv3lwl8icGOIu6p_hrRDK6kVjUWBtsQYZ2Eq62F78Y_mQKlnAxF2jJkR0kRJOupnw94rlxfrSJJ_q4klzsRPQ55lFAAqwAdD6ZIiOxvnReEfHUfnWnT7ciA5OhkWG8z3X0uSZB-PU__sKOU7d7pjrhFawJKbnS0L45WX2Ial-AEq_3WPCIspB5ee-prCiMR_fAQK3fTGc89x13KEyPw",
  e: "AQAB",
} as const;

export const ecKey = {
  kty: "EC",
  crv: "P-256",
  x: "vSDGzTw4DPqejfYGil90EGPxkH99bm9NPr9SLe4DfjM",
  y: "n1jECYkzCiGs2Y80tajg-c0Qrb7j1WsIMJMCF9XnqHg",
} as const;
