import argparse
import torch
import torch.nn.functional as F

def get_args():
    parser = argparse.ArgumentParser(description="demo")
    parser.add_argument("--temperature", type=float, default=2.0)
    parser.add_argument("--num-classes", type=int, default=3)
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--names", nargs="+", default=["a", "b", "c"])
    return parser.parse_args([])

def main():
    args = get_args()
    logits = torch.tensor([1.0, 2.0, 3.0])
    probs = F.softmax(logits / args.temperature, dim=0)
    return probs, args.num_classes, args.verbose

if __name__ == "__main__":
    probs, n, verbose = main()
    uniform = 1 / n
