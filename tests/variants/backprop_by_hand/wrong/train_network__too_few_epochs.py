# question: train_network
# why: settings that do not get there
# cause: none
# fails: train_network-iris
# says: of the irises are classified rightly; at least 95% is expected
# edit: "learning_rate": 0.5,
# to: "learning_rate": 0.001,
