# title: the student's name is a formula of a spreadsheet
# source: owasp.org/www-community/attacks/CSV_Injection
# student: =cmd|' &calc'!A0
# question: softmax
# stopped by: reports
# peers: no (the name of a folder, which the instructor makes)
# %% softmax
def softmax(X):
    return X
