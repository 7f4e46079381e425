import numpy as np
import pytest

from extractors.ocr.figures.network import Layer, Network, network
from extractors.ocr.figures.strips import HEIGHT_PX


def strip(width: int, seed: int = 1) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 256, (HEIGHT_PX, width), np.uint8)


def test_what_a_kernel_sees_is_the_weighted_sum_of_the_pixels_around() -> None:
    random = np.random.default_rng(3)
    first = Layer(random.normal(size=(3, 3, 1, 2)), np.array([0.1, -0.2]), (2, 2))
    last = Layer(np.eye(2).reshape(1, 1, 2, 2), np.zeros(2), (1, 1))
    picture = strip(16)
    logits = np.log(Network("0", (first, last)).chances([picture])[0])
    around = np.pad(picture / 255, 1)
    rows = [
        [np.einsum("rc,rcio->o", around[y : y + 3, x : x + 3], first.kernel) + first.bias for x in (4, 5)] for y in (0, 1)
    ]
    expected = np.maximum(0, np.array(rows)).max(axis=(0, 1))
    assert logits[2, 0] - logits[2, 1] == pytest.approx(expected[0] - expected[1], abs=1e-4)


def test_what_a_strip_says_does_not_depend_on_the_strips_beside_it() -> None:
    alone = network().chances([strip(40)])[0]
    among = network().chances([strip(64, 2), strip(40), strip(40, 3)])[1]
    assert np.allclose(alone, among, atol=1e-4)


def test_probabilities_of_a_place_add_up_to_one() -> None:
    assert np.allclose(network().chances([strip(50)])[0].sum(axis=1), 1, atol=1e-4)
