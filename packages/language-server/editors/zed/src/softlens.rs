//! Zed starts language servers from extensions only: this one starts the server that is on the PATH.

use zed_extension_api::{self as zed, settings::LspSettings, LanguageServerId, Result};

const COMMAND: &str = "softlens-language-server";

struct Softlens;

impl zed::Extension for Softlens {
    fn new() -> Self {
        Self
    }

    fn language_server_command(
        &mut self,
        _server: &LanguageServerId,
        worktree: &zed::Worktree,
    ) -> Result<zed::Command> {
        let command = worktree
            .which(COMMAND)
            .ok_or_else(|| format!("{COMMAND} is not on the PATH"))?;
        Ok(zed::Command {
            command,
            args: vec!["--stdio".into()],
            env: worktree.shell_env(),
        })
    }

    /// What settings.json has under `lsp.softlens.initialization_options`.
    fn language_server_initialization_options(
        &mut self,
        server: &LanguageServerId,
        worktree: &zed::Worktree,
    ) -> Result<Option<zed::serde_json::Value>> {
        Ok(LspSettings::for_worktree(server.as_ref(), worktree)?.initialization_options)
    }
}

zed::register_extension!(Softlens);
