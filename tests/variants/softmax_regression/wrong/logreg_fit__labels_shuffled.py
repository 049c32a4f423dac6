# question: logreg_fit
# why: shuffles the samples and forgets their labels
# cause: none
# fails: logreg_fit-accuracy
# says: of the test set; at least 93%
# edit: zip(tqdm(X_train, desc="epoch"), y_train, strict=True)
# to: zip(np.random.permutation(X_train), y_train, strict=True)
