import numpy as np
from sklearn.metrics import accuracy_score, f1_score, log_loss, confusion_matrix, roc_auc_score, precision_score, recall_score, classification_report
from sklearn.preprocessing import label_binarize

y_true = np.array([0, 1, 1, 0, 1])
proba = np.array([[0.9, 0.1], [0.4, 0.6], [0.7, 0.3], [0.8, 0.2], [0.2, 0.8]])
y_pred = proba.argmax(axis=1)
acc = accuracy_score(y_true, y_pred)
f1 = f1_score(y_true, y_pred)
ll = log_loss(y_true, proba)
cm = confusion_matrix(y_true, y_pred)
tn, fp, fn, tp = cm.ravel()
auc = roc_auc_score(y_true, proba[:, 1])
prec = precision_score(y_true, y_pred)
rec = recall_score(y_true, y_pred)
best = max(np.arange(0.1, 0.9, 0.2), key=lambda t: f1_score(y_true, (proba[:, 1] >= t).astype(int)))
onehot = label_binarize([0, 2, 1, 2], classes=[0, 1, 2])
manual = -np.mean(np.log(proba[np.arange(5), y_true]))
specificity = tn / (tn + fp)
text = f"acc={acc:.3f} f1={f1:.3f} auc={auc:.3f}"
macro = f1_score([0, 1, 2, 2], [0, 2, 2, 2], average="macro")
