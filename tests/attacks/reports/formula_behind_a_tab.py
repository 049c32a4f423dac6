# title: the student's name is a formula behind blanks
# source: owasp.org/www-community/attacks/CSV_Injection
# student: 	 @SUM(1+1)*cmd|' 
# question: softmax
# stopped by: reports
# peers: no (the name of a folder, which the instructor makes)
# %% softmax
def softmax(X):
    return X
