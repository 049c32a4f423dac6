# question: train_network
# why: settings that do not get there
# cause: none
# fails: train_network-iris
# says: after training with your settings, 78.7% of the irises are classified rightly
# edit: "learning_rate": 0.5,
# to: "learning_rate": 0.001,
