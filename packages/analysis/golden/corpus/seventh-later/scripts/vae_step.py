import math

import torch
import torch.nn as nn
import torch.nn.functional as F


class VAE(nn.Module):
    def __init__(self, in_dim=4, latent=2):
        super().__init__()
        self.encoder = nn.Linear(in_dim, 2 * latent)
        self.decoder = nn.Sequential(nn.Linear(latent, in_dim), nn.Sigmoid())

    def encode(self, x):
        return self.encoder(x).chunk(2, dim=-1)

    def reparameterize(self, mu, logvar, eps):
        return mu + eps * torch.exp(0.5 * logvar)

    def forward(self, x, eps):
        mu, logvar = self.encode(x)
        z = self.reparameterize(mu, logvar, eps)
        return self.decoder(z), mu, logvar


def init(m):
    if isinstance(m, nn.Linear):
        rows, cols = m.weight.shape
        with torch.no_grad():
            m.weight.copy_(torch.tensor([[0.1 * ((i + j) % 3 - 1) for j in range(cols)] for i in range(rows)]))
            m.bias.zero_()


vae = VAE()
vae.apply(init)
x = torch.tensor([[1.0, 0.0, 1.0, 0.0], [0.0, 1.0, 1.0, 1.0]])
eps = torch.tensor([[0.5, -0.5], [1.0, 0.0]])
recon, mu, logvar = vae(x, eps)
bce = F.binary_cross_entropy(recon, x, reduction="sum")
kld = -0.5 * torch.sum(1 + logvar - mu.pow(2) - logvar.exp())
elbo = -(bce + kld)
loss = bce + kld
loss.backward()
enc_grad = vae.encoder.weight.grad
dec_bias_grad = vae.decoder[0].bias.grad
std = torch.exp(0.5 * logvar).detach()
posterior = torch.distributions.Normal(mu.detach(), std)
prior = torch.distributions.Normal(torch.zeros_like(mu), torch.ones_like(mu))
kl_check = torch.distributions.kl_divergence(posterior, prior).sum()
close = torch.allclose(kl_check, kld.detach(), atol=1e-5)
bits_per_dim = bce.item() / (x.numel() * math.log(2))
betas = torch.linspace(1e-4, 0.02, 5)
alphas_bar = torch.cumprod(1 - betas, dim=0)
t = torch.tensor([0, 3])
noise = torch.full_like(x, 0.1)
noised = alphas_bar[t].sqrt().view(-1, 1) * x + (1 - alphas_bar[t]).sqrt().view(-1, 1) * noise
snr = (alphas_bar / (1 - alphas_bar)).log10()
param_names = [n for n, _ in vae.named_parameters()]
