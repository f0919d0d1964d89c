// A certified OpenID provider for the tests. Who logs in is what `login_hint` says: the claims, as JSON. The first line that
// it prints is its address.
import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const [client_id, client_secret, redirect_uri] = process.argv.slice(2);
const mensen = new Map();
const server = createServer();

server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const provider = new Provider(issuer, {
    clients: [{ client_id, client_secret, redirect_uris: [redirect_uri], grant_types: ['authorization_code'], response_types: ['code'] }],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'proef', use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['alleen voor de tests'] },
    pkce: { required: () => true },
    claims: { openid: ['sub', 'groups', 'amr', 'acr'], email: ['email', 'email_verified'], profile: ['name'] },
    // As Entra ID does: what was asked for stands in the ID token, beside userinfo.
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (ctx, interaction) => `/wie/${interaction.uid}` },
    findAccount: (ctx, sub) => ({ accountId: sub, claims: () => ({ sub, ...mensen.get(sub) }) }),
    // Nobody is asked whether the municipality may know their own name.
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({ clientId: client_id, accountId: ctx.oidc.session.accountId });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
  server.on('request', async (req, res) => {
    if (!req.url.startsWith('/wie/')) return provider.callback()(req, res);
    const { params } = await provider.interactionDetails(req, res);
    if (!params.login_hint) return provider.interactionFinished(req, res, { error: 'access_denied' });
    const { sub, amr, acr, ...rest } = JSON.parse(params.login_hint);
    mensen.set(sub, rest);
    return provider.interactionFinished(req, res, { login: { accountId: sub, amr, acr } });
  });
  console.log(issuer);
});
