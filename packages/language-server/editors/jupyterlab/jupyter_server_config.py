# JupyterLab with jupyterlab-lsp: one of the folders that `jupyter --paths` lists under "config".
import shutil

c = get_config()  # noqa: F821 (Jupyter puts it in place)

c.LanguageServerManager.language_servers = {
    "softlens": {
        "version": 2,
        "argv": [shutil.which("softlens-language-server") or "softlens-language-server", "--stdio"],
        "languages": ["python"],
        "mime_types": ["text/x-python", "text/x-ipython"],
        "display_name": "Softlens",
    }
}
