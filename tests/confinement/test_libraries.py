"""Honest notebooks work: the course's libraries, imported before the fork, do all that they should."""

IMPORTS = [
    "numpy",
    "scipy.linalg",
    "autograd",
    "matplotlib.pyplot",
    "sklearn.datasets",
    "sklearn.linear_model",
    "IPython.core.interactiveshell",
    "tqdm.auto",
]


def test_the_courses_libraries_work(own_stand):
    """Figures, data sets, gradients, progress bars, randomness, IPython with its magics, further imports."""

    def honest(facts):
        import io
        import os
        import random
        import sys
        import time
        import warnings

        import autograd
        import autograd.numpy as anp
        import matplotlib.pyplot as plt
        import numpy as np
        from IPython.core.interactiveshell import InteractiveShell
        from sklearn.datasets import load_digits, load_iris
        from sklearn.linear_model import LogisticRegression
        from tqdm import tqdm

        results = {}
        X, y = load_digits(return_X_y=True)
        results["digits"] = X.shape == (1797, 64) and load_iris().data.shape == (150, 4)
        fig, ax = plt.subplots()
        ax.imshow(X[0].reshape(8, 8))
        ax.set_title(r"$\nabla_w$ digits")
        buffer = io.BytesIO()
        fig.savefig(buffer, format="png")
        fig.savefig("figure.pdf")
        fig.savefig("figure.svg")
        results["figure"] = buffer.getvalue()[1:4] == b"PNG"
        np.save("weights.npy", X)
        results["saved"] = np.array_equal(np.load("weights.npy", mmap_mode="r"), X)
        results["gradient"] = float(autograd.grad(lambda w: anp.sum(w**2))(np.ones(3))[0]) == 2
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            model = LogisticRegression(max_iter=20).fit(X[:500], y[:500])
        results["model"] = model.score(X[:500], y[:500]) > 0.9
        results["solve"] = np.allclose(np.linalg.solve(np.eye(300), np.ones(300)), 1)
        results["tqdm"] = sum(tqdm(range(5), file=io.StringIO())) == 10
        results["random"] = random.random() < 1 and np.random.default_rng().random() < 1
        before = set(sys.modules)
        import colorsys
        import decimal

        import scipy.signal
        import sklearn.neural_network

        results["imports"] = (
            "scipy.signal" in set(sys.modules) - before and colorsys and decimal.Decimal(1) == 1
        )
        results["imports"] = bool(results["imports"] and scipy.signal.fftconvolve and sklearn.neural_network)
        shell = InteractiveShell.instance()
        shell.history_manager.enabled = False
        ran = shell.run_cell("%%time\nimport time\ntime.sleep(0.01)\nx = 6 * 7")
        results["ipython"] = ran.success and shell.user_ns["x"] == 42
        ran = shell.run_cell("import asyncio\nawait asyncio.sleep(0.001)")
        results["await"] = ran.success
        ran = shell.run_cell("%%writefile module.py\nANSWER = 42")
        sys.path.insert(0, os.getcwd())
        results["module"] = ran.success and __import__("module").ANSWER == 42
        results["clock"] = time.time() > 0 and time.perf_counter() > 0 and time.process_time() >= 0
        results["temporary"] = __import__("tempfile").gettempdir() == os.getcwd()
        return [name for name, good in results.items() if not good]

    report = own_stand.run(honest, imports=IMPORTS, seconds=100)
    assert report.get("value") == [], report


def test_threads_do_the_work_of_processes(own_stand):
    """joblib takes threads unless it is told otherwise, thread pools and locks work; processes are refused."""

    def honest(facts):
        import multiprocessing
        from multiprocessing.pool import ThreadPool

        import joblib
        from sklearn.datasets import load_iris
        from sklearn.model_selection import cross_val_score
        from sklearn.neighbors import KNeighborsClassifier

        results = [joblib.Parallel(n_jobs=2)(joblib.delayed(lambda x: 2 * x)(n) for n in range(4))]
        with ThreadPool(2) as pool:
            results.append(pool.map(abs, [-1, -2]))
        with multiprocessing.Lock(), multiprocessing.Semaphore(2):
            results.append(joblib.cpu_count() > 0)
        scores = cross_val_score(KNeighborsClassifier(n_jobs=-1), *load_iris(return_X_y=True), n_jobs=-1)
        results.append(bool(scores.mean() > 0.9))
        try:
            joblib.Parallel(n_jobs=2, backend="multiprocessing")(joblib.delayed(abs)(n) for n in range(4))
        except PermissionError:
            results.append("refused")
        return results

    imports = ["joblib", "sklearn.neighbors", "sklearn.model_selection", "tqdm.auto"]
    report = own_stand.run(honest, imports=imports, seconds=60)
    assert report.get("value") == [[0, 2, 4, 6], [1, 2], True, True, "refused"], report


def test_the_package_is_readable_and_the_rest_of_its_folder_is_not(own_stand):
    """Of an editable installation only the package itself can be read, neither its tests nor the course beside it."""

    def attack(facts):
        import os

        import autograder

        package = os.path.dirname(autograder.__file__)
        found = [os.path.basename(package) if "checks" in os.listdir(package) else "nothing"]
        for name in (".", ".git", "source", "tests", "samples", "pyproject.toml"):
            path = os.path.join(os.path.dirname(package), name)
            for action in (os.listdir, open):
                try:
                    action(path)
                    found.append(name)
                except OSError:
                    pass
        return found

    assert own_stand.value(attack) == ["autograder"]
