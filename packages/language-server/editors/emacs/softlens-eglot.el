;;; softlens-eglot.el --- Softlens in Eglot  -*- lexical-binding: t; -*-

;; Eglot is part of Emacs 29 and newer, and a package of GNU ELPA for Emacs 26 to 28.
;; Put this into your init file, then M-x eglot in a Python buffer; or start it with every one:
;;
;;   (add-hook 'python-mode-hook #'eglot-ensure)
;;
;; Eglot talks to one server for a mode.  To keep another one beside Softlens, put a multiplexer such as rassumfrassum or
;; lspx between them.

;;; Code:

(require 'eglot)

(dolist (modes '((python-mode python-ts-mode)
                 (js-mode js-ts-mode tsx-ts-mode typescript-mode typescript-ts-mode)
                 (markdown-mode gfm-mode)))
  (add-to-list 'eglot-server-programs
               (cons modes '("softlens-language-server" "--stdio"))))

(provide 'softlens-eglot)

;;; softlens-eglot.el ends here
