"""Trains the reader of figures and writes its weights: ``python -m scripts.train_digits --more FONTS``.

Words are drawn in free Thai and Latin fonts, damaged as a photocopier, a scanner and JPEG damage them, and cut out by
the code that cuts real pages. The network reads a whole word (CTC): nothing has to be cut where glyphs touch. Families
of ``scripts.digits.fonts.UNSEEN`` are only used to measure.

A tool of its own: besides the project it needs PyTorch (2.13, for the training only; reading takes NumPy), Debian's
fonts-thai-tlwg, fonts-arundina, fonts-noto-core, fonts-noto-extra, fonts-freefont-ttf, fonts-liberation,
fonts-dejavu-extra, fonts-open-sans, fonts-lato, fonts-inter, fonts-sil-andika, fonts-sil-charis, fonts-sil-gentiumplus,
fonts-crosextra-carlito, fonts-crosextra-caladea and fonts-linuxlibertine, and in ``--more`` the TrueType files of
Sarabun, Anuphan, Bai Jamjuree, Chakra Petch, Fahkwang, IBM Plex Sans Thai, K2D, Kanit, Prompt and Taviraj.
Everything is seeded. Takes about forty minutes of one core.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from numpy.random import Generator, default_rng
from torch import Tensor, nn

from extractors.ocr.figures.network import Layer, Network
from extractors.ocr.figures.strips import HEIGHT_PX
from extractors.ocr.raster import Numbers
from scripts.digits.fonts import UNSEEN, UNSEEN_TOO, by_family, is_unseen
from scripts.digits.measures import answers, reliability, summary, temperature_for
from scripts.digits.pictures import Word, samples
from scripts.digits.words import CLASSES

SEED = 2566
CHUNK, BATCH = 10_000, 64
CHUNKS, CHUNKS_ALONE, ALONE = 12, 1, 0.25
"""Chunks of all kinds of words, and a further one with many grades and digits that stand alone."""
CYCLES = ((44, 2e-3), (9, 1e-3))
"""Passes over a chunk each, and the highest rate."""
TARGET = Path(__file__).parents[1] / "extractors/ocr/figures/weights.npz"
LAYERS = (  # channels, kernel (rows, columns), pooled by (rows, columns) after it
    (16, (3, 3), (2, 2)), (32, (3, 3), (2, 1)), (64, (3, 3), (2, 1)), (64, (3, 3), (1, 1)),
    (128, (4, 3), (1, 1)), (128, (1, 5), (1, 1)), (128, (1, 5), (1, 1)),
)  # fmt: skip


def network() -> nn.Sequential:
    """From batch x 1 x HEIGHT_PX x width to batch x (CLASSES and the blank) x 1 x half the width."""
    parts: list[nn.Module] = []
    before = 1
    for channels, kernel, pool in LAYERS:
        padding = (kernel[0] // 2 if kernel[0] == 3 else 0, kernel[1] // 2)
        parts += [nn.Conv2d(before, channels, kernel, padding=padding, bias=False), nn.BatchNorm2d(channels), nn.ReLU()]
        if pool != (1, 1):
            parts.append(nn.MaxPool2d(pool))
        before = channels
    return nn.Sequential(*parts, nn.Dropout(0.1), nn.Conv2d(before, len(CLASSES) + 1, 1))


def chunk(folder: Path, more: Path | None, number: int) -> tuple[list[Numbers], list[str]]:
    """Words number ``number * CHUNK`` and following; made once, then kept in the folder."""
    path = folder / f"{number}.npz"
    if not path.exists():
        families = {name: paths for name, paths in by_family(more).items() if not is_unseen(name)}
        alone = 0.0 if number < CHUNKS else ALONE
        made = list(samples(default_rng([SEED, number]), families, CHUNK, worse=True, alone=alone))
        widths = [word.strip.shape[1] for word in made]
        ink = np.concatenate([word.strip for word in made], axis=1)
        partial = path.with_suffix(".part.npz")
        np.savez(partial, ink=ink, widths=widths, labels=[word.text for word in made])
        partial.rename(path)
    with np.load(path) as stored:
        strips = np.split(stored["ink"], np.cumsum(stored["widths"])[:-1], axis=1)
        return strips, stored["labels"].tolist()


def batches(random: Generator, strips: list[Numbers], labels: list[str]) -> Iterator[tuple[Tensor, list[str]]]:
    """Words of about one width together, in an order by chance, moved, stretched and lightened a little."""
    order = np.argsort([strip.shape[1] + random.uniform(0, 16) for strip in strips])
    starts = np.arange(0, len(order), BATCH)
    for start in random.permutation(starts):
        chosen = order[start : start + BATCH]
        yield varied(random, padded([strips[n] for n in chosen])), [labels[n] for n in chosen]


def padded(strips: list[Numbers]) -> Tensor:
    width = -(-max(strip.shape[1] for strip in strips) // 8) * 8
    together = np.zeros((len(strips), 1, HEIGHT_PX, width), np.float32)
    for row, strip in zip(together, strips, strict=True):
        row[0, :, : strip.shape[1]] = strip / 255
    return torch.from_numpy(together)


def varied(random: Generator, pictures: Tensor) -> Tensor:
    moved = torch.roll(pictures, (int(random.integers(-2, 3)), int(random.integers(-3, 4))), (2, 3))
    higher, wider = random.uniform(0.9, 1.12), random.uniform(0.8, 1.2)
    size = [len(moved), 1, HEIGHT_PX, int(pictures.shape[3] * wider) // 8 * 8 + 8]
    stretch = torch.tensor([[[1.0, 0.0, 0.0], [0.0, higher, 0.0]]]).expand(len(moved), -1, -1)
    grid = nn.functional.affine_grid(stretch, size, align_corners=False)
    moved = nn.functional.grid_sample(moved, grid, align_corners=False)
    return moved ** float(random.uniform(0.8, 1.3))


def loss_of(answers: Tensor, labels: list[str]) -> Tensor:
    """CTC's, the mean over the words; ``answers`` are batch x classes x 1 x places."""
    spelled = torch.tensor([CLASSES.index(letter) for label in labels for letter in label])
    lengths = torch.tensor([len(label) for label in labels])
    chances = answers[:, :, 0].permute(2, 0, 1).log_softmax(2)
    places = torch.full((len(labels),), len(chances))
    losses = nn.functional.ctc_loss(chances, spelled, places, lengths, len(CLASSES), "none", zero_infinity=True)
    return losses.mean()


def trained(folder: Path, more: Path | None) -> nn.Sequential:
    """The network after all cycles."""
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    net = network().to(memory_format=torch.channels_last)
    for number in range(len(CYCLES)):
        cycle(net, number, lambda which: chunk(folder, more, which))
        torch.save(net.state_dict(), folder / f"net{number}.pt")
    return net.eval()


def plan(number: int, turn: int) -> int:
    """The chunk of a pass: in the first cycle each twice in a row, then all in turn; in the second old and new ones."""
    if number == 0:
        return turn // 2 if turn < 2 * CHUNKS else turn % CHUNKS
    return CHUNKS + turn // 2 % CHUNKS_ALONE if turn % 2 else turn % CHUNKS


def cycle(net: nn.Sequential, number: int, words: Callable[[int], tuple[list[Numbers], list[str]]]) -> None:
    """So many passes, each over one chunk, with a rate that rises and falls."""
    passes, rate = CYCLES[number]
    torch.manual_seed(SEED + number)
    random = default_rng(SEED + number)
    optimiser = torch.optim.AdamW(net.parameters(), rate, weight_decay=1e-3)
    steps = passes * (CHUNK // BATCH + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, rate, steps, pct_start=0.1)
    net.train()
    for turn in range(passes):
        began, losses = time.perf_counter(), []
        for pictures, labels in batches(random, *words(plan(number, turn))):
            loss = loss_of(net(pictures.to(memory_format=torch.channels_last)), labels)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 5.0)
            optimiser.step()
            schedule.step()
            losses.append(loss.item())
        print(f"{turn + 1}: loss {np.mean(losses):.4f}, {time.perf_counter() - began:.0f} s", flush=True)


def folded(net: nn.Sequential) -> tuple[Layer, ...]:
    """The layers as reading needs them: what batch normalisation does is part of the kernels, in half precision."""
    layers: list[Layer] = []
    parts = list(net)
    for n, part in enumerate(parts):
        if not isinstance(part, nn.Conv2d):
            continue
        kernel, bias, pool = part.weight, part.bias, (1, 1)
        if part is not parts[-1]:
            norm, pool = parts[n + 1], LAYERS[len(layers)][2]
            scale = norm.weight / torch.sqrt(norm.running_var + norm.eps)
            kernel, bias = kernel * scale[:, None, None, None], norm.bias - norm.running_mean * scale
        layers.append(Layer(halved(kernel.permute(2, 3, 1, 0)), halved(bias), pool))
    return tuple(layers)


def halved(values: Tensor) -> Numbers:
    """As they will be once they have been stored in half precision."""
    return values.detach().numpy().astype(np.float16).astype(np.float32)


def unseen(more: Path | None, kept: tuple[str, ...], count: int, seed: int) -> list[Word]:
    """Words in the families kept for measuring."""
    families = {name: paths for name, paths in by_family(more).items() if is_unseen(name, kept)}
    return list(samples(default_rng([SEED, seed]), families, count, worse=False))


def save(path: Path, read: Network) -> None:
    arrays = {f"kernel{n}": layer.kernel.astype(np.float16) for n, layer in enumerate(read.layers)}
    arrays |= {f"bias{n}": layer.bias.astype(np.float16) for n, layer in enumerate(read.layers)}
    pools = [layer.pool for layer in read.layers]
    np.savez_compressed(path, classes=read.classes, pools=pools, temperature=read.temperature, **arrays)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--more", type=Path, help="a folder with TrueType files that are not Debian's")
    parser.add_argument("--words", type=Path, default=Path("output/words"), help="where drawn words are kept")
    parser.add_argument("--measure", action="store_true", help="take the network trained last")
    parser.add_argument("--target", type=Path, default=TARGET)
    options = parser.parse_args()
    options.words.mkdir(parents=True, exist_ok=True)
    if options.measure:
        net = network()
        net.load_state_dict(torch.load(options.words / f"net{len(CYCLES) - 1}.pt"))
        net.eval()
    else:
        net = trained(options.words, options.more)
    read = Network(CLASSES, folded(net))
    old, new = (unseen(options.more, kept, 6000, n) for n, kept in ((1001, UNSEEN), (1002, UNSEEN_TOO)))
    read = replace(read, temperature=temperature_for(read, [*old[::2], *new[::2]]))
    save(options.target, read)
    print(f"temperature {read.temperature:.2f}")
    found_old, found_new = answers(read, old[1::2]), answers(read, new[1::2])
    print(summary("unseen", found_old), summary("unseen too", found_new), sep="\n")
    print(reliability([*found_old, *found_new]))


if __name__ == "__main__":
    main()
